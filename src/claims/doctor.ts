import { readVersion } from '../cypher';
import { edgeKey, type Graph, type GraphModel, type GraphProperties } from '../model';
import type { GraphStore } from '../store';
import { differenceOf } from './difference';
import { GraphDigest } from './digest';
import type { ClaimRecord } from './evidence';
import { KnownGraph } from './ingest/surroundings';
import { materialisePart } from './materialise';
import { chunksOf, readerOf, selectAll } from './selection';
import { shownPart } from './shown';
import { evidenceOf } from './stored';
import { storedIds } from './stored-ids';

/** How many subjects are looked at at once. */
const chunkSize = 1_000;

/** Where the graph is not what its claims make of it. */
export interface Finding {
  /** The id of a node, or the ends and the type of an edge. */
  readonly at: string;
  readonly problem: string;
}

export interface Diagnosis {
  readonly nodes: number;
  readonly edges: number;
  /** Of the graph as it is. */
  readonly digest: string;
  /** Of what a plain query sees of it, without what curators decided. */
  readonly shownDigest: string;
}

/**
 * Makes the graph anew from the claims that a store holds, a part at a time, and tells where it differs from the one that
 * is there: what is missing, what no claim supports, and what is not attached to anything.
 */
export async function diagnose(
  model: GraphModel,
  store: GraphStore,
  found: (finding: Finding) => void,
): Promise<Diagnosis> {
  await storedIds(model, store);
  const reader = readerOf(model, store);
  const known = new KnownGraph(model);
  const [lock] = await store.read(readVersion);
  await known.refresh((lock?.['version'] as number | undefined) ?? 0, (statement) => store.read(statement));
  const counted = new Count(model);
  const examine = async (part: Graph, aside: readonly ClaimRecord[] = []): Promise<void> => {
    counted.add(part);
    const evidence = evidenceOf(model, part);
    const surroundings = await known.surroundingsOf(evidence, (statement) => store.read(statement));
    for (const finding of findingsOf(part, materialisePart(model, evidence, { ...surroundings, aside })))
      found(finding);
  };
  const { entities, sources, claims, conflicts, decisions } = await selectAll(model, store);
  for (const chunk of chunksOf(entities, chunkSize)) {
    const part = await reader.partOf(new Set(chunk));
    await examine(part, part.aside);
  }
  for (const chunk of chunksOf(sources, chunkSize)) await examine(await reader.graph(chunk));
  for (const chunk of chunksOf(decisions, chunkSize)) await examine(await reader.graph(chunk));
  const loose = [...claims, ...conflicts].filter((id) => !counted.has(id));
  for (const id of loose) found({ at: id, problem: 'it is about nothing that is there' });
  for (const chunk of chunksOf(loose, chunkSize)) counted.add(await reader.graph(chunk));
  return counted.diagnosis;
}

class Count {
  private readonly seen = new Set<string>();
  private readonly digest = new GraphDigest();
  private readonly shownDigest = new GraphDigest();
  private edges = 0;

  constructor(private readonly model: GraphModel) {}

  add(part: Graph): void {
    for (const id of part.nodes.keys()) this.seen.add(id);
    this.edges += part.edges.size;
    this.digest.add(part);
    this.shownDigest.add(shownPart(this.model, part));
  }

  has(id: string): boolean {
    return this.seen.has(id);
  }

  get diagnosis(): Diagnosis {
    const [digest, shownDigest] = [this.digest.toString(), this.shownDigest.toString()];
    return { nodes: this.seen.size, edges: this.edges, digest, shownDigest };
  }
}

function findingsOf(before: Graph, after: Graph): Finding[] {
  const { newNodes, newEdges, changedNodes, changedEdges, dropNodes, dropEdges } = differenceOf(
    before,
    after,
  );
  return [
    ...newNodes.map(({ id }) => ({ at: id, problem: 'it is missing' })),
    ...dropNodes.map((id) => ({ at: id, problem: 'no claim supports it' })),
    ...newEdges.map((edge) => ({ at: edgeKey(edge), problem: 'it is missing' })),
    ...dropEdges.map((edge) => ({ at: edgeKey(edge), problem: 'no claim supports it' })),
    ...changedNodes.flatMap(({ id, properties }) =>
      problemsOf(before.nodes.get(id)!.properties, properties).map((problem) => ({ at: id, problem })),
    ),
    ...changedEdges.flatMap((edge) => {
      const at = edgeKey(edge);
      return problemsOf(before.edges.get(at)!.properties, edge.properties).map((problem) => ({
        at,
        problem,
      }));
    }),
  ];
}

/** What is not as it should be, a property at a time. */
function problemsOf(is: GraphProperties, should: GraphProperties): string[] {
  const names = Object.keys(should).toSorted();
  return names.map((name) => {
    if (should[name] === null) return `${name} is ${printed(is[name])}, which no claim supports`;
    if (is[name] === undefined) return `${name} is missing, and should be ${printed(should[name])}`;
    return `${name} is ${printed(is[name])}, and should be ${printed(should[name])}`;
  });
}

const printed = (value: unknown): string => JSON.stringify(value);
