import { printChange, printDefinitions, readEdges, readNodes, readWhetherEmpty } from '../cypher';
import { AnodeError } from '../errors';
import {
  edgeKey,
  type Graph,
  type GraphEdge,
  type GraphModel,
  type GraphNode,
  type GraphProperties,
} from '../model';
import type { GraphStore } from '../store';
import { differenceOf } from './difference';
import { mergeEvidence, type Evidence } from './evidence';
import { materialise } from './materialise';
import { readSeedFolder } from './seed/folder';
import { evidenceOf } from './stored';

/** What a load did. All zero: the graph held everything already. */
export interface LoadReport {
  readonly put: number;
  readonly dropped: number;
  readonly claims: number;
  readonly conflicts: number;
}

/** Told how much of a load is done. */
export type Progress = (done: number, total: number) => void;

/** Makes the constraints and indexes of the model. */
export async function prepareStore(model: GraphModel, store: GraphStore): Promise<void> {
  await store.prepare(printDefinitions(model));
}

export async function isEmpty(store: GraphStore): Promise<boolean> {
  const [row] = await store.read(readWhetherEmpty);
  return row?.['empty'] === true;
}

/**
 * Loads seed folders into a store. The graph that old and new evidence make together is computed first and written as
 * one transaction: all of it or nothing. Throws AnodeErrors for rows that do not fit; then nothing is written.
 */
export async function loadSeeds(
  model: GraphModel,
  store: GraphStore,
  folders: readonly string[],
  progress: Progress = () => undefined,
): Promise<LoadReport> {
  const before = await readGraph(model, store);
  let evidence = evidenceOf(model, before);
  for (const folder of folders)
    evidence = mergeEvidence(evidence, await readSeedFolder(model, folder, idsOf(evidence)));
  const after = materialise(model, evidence);
  const change = differenceOf(before, after);
  const statements = printChange(model, change);
  if (statements.length > 0) {
    await store.write(statements, (done) => {
      progress(done, statements.length);
    });
  }
  return {
    put: change.putNodes.length + change.putEdges.length,
    dropped: change.dropNodes.length + change.dropEdges.length,
    claims: evidence.claims.length,
    conflicts: [...after.nodes.values()].filter((node) => node.kind === 'Conflict').length,
  };
}

const idsOf = ({ entities, sources, claims }: Evidence): ReadonlySet<string> =>
  new Set([...entities, ...sources, ...claims].map(({ id }) => id));

async function readGraph(model: GraphModel, store: GraphStore): Promise<Graph> {
  const nodes = (await store.read(readNodes)).map((row) => nodeOf(model, row['properties'] as StoredNode));
  const edges = (await store.read(readEdges)) as unknown as GraphEdge[];
  return {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    edges: new Map(edges.map((edge) => [edgeKey(edge), edge])),
  };
}

type StoredNode = GraphProperties & { readonly id: string };

/** Throws AnodeError for a node that is not of this graph: the store is to be given another database. */
function nodeOf(model: GraphModel, { id, ...properties }: StoredNode): GraphNode {
  const kind = model.kindOfId(id);
  if (kind !== undefined) return { id, kind: kind.name, properties };
  const allowed = 'nodes that Anode has written';
  throw new AnodeError(
    'STORE_FOREIGN',
    `The store holds the node ${id}, which is of no kind that is known.`,
    {
      given: id,
      allowed,
    },
  );
}
