import type { GraphModel } from '../../model';
import { evidenceOf } from '../stored';
import type { Evidence } from '../evidence';
import type { Doubt, Doubts } from './doubts';
import type { PartReader } from './part-reader';
import { recordKinds, referencesOf, sameRecord, type LocatedRecord, type RecordKind } from './record';

/** How many records of each kind there were. */
export type Counts = Readonly<Record<RecordKind, number>>;

/** The records of a batch, held against what the store has. */
export interface Comparison {
  /** Those to be written. */
  readonly changed: readonly LocatedRecord[];
  /** What the store has under the same ids. */
  readonly stored: ReadonlyMap<string, LocatedRecord['row']>;
  /** Those that refer to what is not there; they may be tried again when it is. */
  readonly lacking: readonly Referring[];
  /** Those of new entities whose names others may have. */
  readonly doubts: readonly Doubt[];
  readonly counts: Readonly<Record<'new' | 'changed' | 'matched' | 'ambiguous', Counts>>;
}

/** A record and ids that it refers to. */
interface Referring {
  readonly record: LocatedRecord;
  readonly ids: readonly string[];
}

/** Finds out which of some ids exist, and tells of each whether it does. */
type FindExisting = (ids: readonly string[]) => Promise<(id: string) => boolean>;

/**
 * Compares records with the store and finds what they refer to. Of several of one id the last one counts.
 *
 * @param doubted tells of which new entities it is not clear who they are; without it, all are taken for what they say
 */
export async function compare(
  model: GraphModel,
  records: readonly LocatedRecord[],
  reader: PartReader,
  findExisting: FindExisting,
  doubted?: Doubts,
): Promise<Comparison> {
  const incoming = new Map<string, LocatedRecord>();
  for (const record of records)
    if (record.introduced !== true || !incoming.has(record.row.id)) incoming.set(record.row.id, record);
  const stored = rowsById(evidenceOf(model, await reader.graph(incoming.keys())));
  const matched: LocatedRecord[] = [];
  const unlike: LocatedRecord[] = [];
  for (const record of incoming.values()) {
    const old = stored.get(record.row.id);
    const isStored = old !== undefined && (record.introduced === true || sameRecord(old, record.row));
    (isStored ? matched : unlike).push(record);
  }
  const doubts = (await doubted?.among(unlike.filter(({ row }) => !stored.has(row.id)))) ?? [];
  const inDoubt = new Set(doubts.map(({ record }) => record));
  const others = unlike
    .filter((record) => !inDoubt.has(record))
    .map((record) => ({ record, ids: referencesOf(model, record).map(({ id }) => id) }));
  const referred = new Set(others.flatMap(({ ids }) => ids));
  const { complete, lacking } = split(others, await findExisting([...referred]));
  return {
    changed: complete,
    stored,
    lacking,
    doubts,
    counts: {
      new: countsOf(complete.filter(({ row }) => !stored.has(row.id))),
      changed: countsOf(complete.filter(({ row }) => stored.has(row.id))),
      matched: countsOf(matched),
      ambiguous: countsOf([...inDoubt]),
    },
  };
}

/** Parts the records whose references are there, in the store or among themselves, from those whose are not. */
function split(
  records: readonly Referring[],
  exists: (id: string) => boolean,
): { complete: readonly LocatedRecord[]; lacking: readonly Referring[] } {
  let complete = records;
  const lacking: Referring[] = [];
  for (;;) {
    const own = new Set(complete.map(({ record }) => record.row.id));
    const isThere = (id: string): boolean => own.has(id) || exists(id);
    const left = complete.filter(({ ids }) => ids.every(isThere));
    if (left.length === complete.length) return { complete: complete.map(({ record }) => record), lacking };
    for (const { record, ids } of complete)
      if (!ids.every(isThere)) lacking.push({ record, ids: ids.filter((id) => !isThere(id)) });
    complete = left;
  }
}

export function countsOf(records: readonly LocatedRecord[]): Counts {
  const counts = { entity: 0, source: 0, claim: 0, contradiction: 0, decision: 0 };
  for (const { kind } of records) counts[kind]++;
  return counts;
}

export const addCounts = (a: Counts, b: Counts): Counts =>
  Object.fromEntries(recordKinds.map((kind) => [kind, a[kind] + b[kind]])) as Record<RecordKind, number>;

const rowsById = ({
  entities,
  sources,
  claims,
  contradictions,
  decisions,
}: Evidence): Map<string, LocatedRecord['row']> =>
  new Map([...entities, ...sources, ...claims, ...contradictions, ...decisions].map((row) => [row.id, row]));
