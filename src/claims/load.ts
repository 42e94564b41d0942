import { printDefinitions, readCountOfKind, readWhetherEmpty, textIndex } from '../cypher';
import type { GraphModel } from '../model';
import type { GraphStore } from '../store';
import { mergeEvidence, type Evidence } from './evidence';
import { BatchWriter, type Progress } from './ingest/batch';
import { recordsOf } from './ingest/inputs';
import { readSeedFolder } from './seed/folder';
import { storedIds } from './stored-ids';

/** What a load did. `put` and `dropped` are zero where the graph held everything already. */
export interface LoadReport {
  readonly put: number;
  readonly dropped: number;
  readonly claims: number;
  readonly conflicts: number;
}

/** Makes the constraints and indexes of the model. */
export async function prepareStore(model: GraphModel, store: GraphStore): Promise<void> {
  await store.prepare(printDefinitions(model), [textIndex]);
}

export async function isEmpty(store: GraphStore): Promise<boolean> {
  const [row] = await store.read(readWhetherEmpty);
  return row?.['empty'] === true;
}

const noEvidence: Evidence = { entities: [], sources: [], claims: [], contradictions: [], decisions: [] };

/**
 * Loads seed folders into a store as one batch, which is one transaction: all of it or nothing. Throws AnodeErrors for
 * rows that do not fit; then nothing is written.
 */
export async function loadSeeds(
  model: GraphModel,
  store: GraphStore,
  folders: readonly string[],
  progress?: Progress,
): Promise<LoadReport> {
  const stored = await storedIds(model, store);
  let evidence = noEvidence;
  for (const folder of folders) {
    const known = new Set([...stored, ...idsOf(evidence)]);
    evidence = mergeEvidence(evidence, await readSeedFolder(model, folder, known));
  }
  const records = [...recordsOf(evidence, { file: 'seed', line: 1 })];
  const { put, dropped } = await new BatchWriter(model, store).write(records, { progress });
  return { put, dropped, claims: await countOf(store, 'Claim'), conflicts: await countOf(store, 'Conflict') };
}

const idsOf = ({ entities, sources, claims, decisions }: Evidence): string[] =>
  [...entities, ...sources, ...claims, ...decisions].map(({ id }) => id);

async function countOf(store: GraphStore, kind: string): Promise<number> {
  const [row] = await store.read(readCountOfKind(kind));
  return row!['count'] as number;
}
