import { readIdsOfKind } from '../cypher';
import type { Graph, GraphModel } from '../model';
import type { GraphStore } from '../store';
import { referencesOf } from './ingest/record';
import { recordsOf } from './ingest/inputs';
import { PartReader } from './ingest/part-reader';
import { evidenceOf } from './stored';

/** How many nodes are read at once. */
const chunkSize = 2_000;

/** The ids of a part of the graph, in order. */
export interface Selection {
  readonly entities: readonly string[];
  readonly sources: readonly string[];
  readonly claims: readonly string[];
  readonly conflicts: readonly string[];
  readonly decisions: readonly string[];
}

/** All that a store holds. */
export async function selectAll(model: GraphModel, store: GraphStore): Promise<Selection> {
  const idsOf = async (kind: string): Promise<string[]> =>
    (await store.read(readIdsOfKind(kind))).map((row) => row['id'] as string).toSorted();
  const entities: string[] = [];
  for (const { name, evidence } of model.kinds) if (!evidence) entities.push(...(await idsOf(name)));
  return {
    entities,
    sources: await idsOf('Source'),
    claims: await idsOf('Claim'),
    conflicts: await idsOf('Conflict'),
    decisions: await idsOf('Decision'),
  };
}

/**
 * Some entities, all that is claimed of them, and what these claims refer to: other entities, of which no more than the
 * name is evidence here, and sources with those that they cite.
 */
export async function selectFrom(
  model: GraphModel,
  store: GraphStore,
  ids: readonly string[],
): Promise<Selection> {
  const reader = readerOf(model, store);
  const chosen = ids.filter((id) => model.kindOfId(id)?.evidence === false);
  const found = { entities: new Set(chosen), sources: new Set<string>(), claims: new Set<string>() };
  const conflicts: { id: string; sides: readonly string[] }[] = [];
  const add = (id: string): void => {
    const kind = model.kindOfId(id)!;
    if (kind.name === 'Source') found.sources.add(id);
    else if (!kind.evidence) found.entities.add(id);
  };
  for (const chunk of chunksOf(chosen)) {
    const part = await reader.around(chunk);
    const evidence = evidenceOf(model, part);
    for (const { id } of evidence.claims) found.claims.add(id);
    conflicts.push(...conflictsIn(model, part));
    for (const record of recordsOf(evidence, { file: '', line: 0 }))
      for (const { id } of referencesOf(model, record)) add(id);
  }
  await addCited(model, reader, found.sources, add);
  const decided = (await store.read(readIdsOfKind('Decision'))).map((row) => row['id'] as string);
  const { decisions } = evidenceOf(model, await reader.graph(decided));
  return {
    entities: [...found.entities].toSorted(),
    sources: [...found.sources].toSorted(),
    claims: [...found.claims].toSorted(),
    conflicts: conflicts
      .filter(({ sides }) => sides.every((side) => found.claims.has(side)))
      .map(({ id }) => id)
      .toSorted(),
    decisions: decisions
      .filter(({ claim, entities }) =>
        claim === undefined ? entities.every((id) => found.entities.has(id)) : found.claims.has(claim),
      )
      .map(({ id }) => id)
      .toSorted(),
  };
}

/** Adds what sources refer to, and what that refers to in turn. */
async function addCited(
  model: GraphModel,
  reader: PartReader,
  sources: ReadonlySet<string>,
  add: (id: string) => void,
): Promise<void> {
  const read = new Set<string>();
  for (;;) {
    const unread = [...sources].filter((id) => !read.has(id));
    if (unread.length === 0) return;
    const evidence = evidenceOf(model, await reader.graph(unread));
    for (const id of unread) read.add(id);
    for (const { party, cites } of evidence.sources) {
      for (const id of cites) add(id);
      if (party !== undefined) add(party);
    }
  }
}

function conflictsIn(model: GraphModel, { nodes, edges }: Graph): { id: string; sides: string[] }[] {
  const { type } = model.type('Conflict').relation('sides')!.edge;
  return [...nodes.values()]
    .filter(({ kind }) => kind === 'Conflict')
    .map(({ id }) => ({
      id,
      sides: [...edges.values()].filter((edge) => edge.from === id && edge.type === type).map(({ to }) => to),
    }));
}

/** Reads a selection, a part at a time: entities, sources, claims, conflicts, decisions. */
export async function* partsOf(
  model: GraphModel,
  store: GraphStore,
  { entities, sources, claims, conflicts, decisions }: Selection,
): AsyncGenerator<Graph> {
  const reader = readerOf(model, store);
  for (const ids of [entities, sources, claims, conflicts, decisions])
    for (const chunk of chunksOf(ids)) yield reader.graph(chunk);
}

export const readerOf = (model: GraphModel, store: GraphStore): PartReader =>
  new PartReader(model, (statement) => store.read(statement));

export function* chunksOf<T>(items: readonly T[], size = chunkSize): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
