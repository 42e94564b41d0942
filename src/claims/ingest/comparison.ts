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
  readonly lacking: readonly Lacking[];
  /** Those of new entities whose names others may have. */
  readonly doubts: readonly Doubt[];
  readonly counts: Readonly<Record<'new' | 'changed' | 'matched' | 'ambiguous', Counts>>;
}

interface Lacking {
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
  const isStored = ({ row, introduced }: LocatedRecord): boolean => {
    const old = stored.get(row.id);
    return old !== undefined && (introduced === true || sameRecord(old, row));
  };
  const matched = [...incoming.values()].filter(isStored);
  const unlike = [...incoming.values()].filter((record) => !isStored(record));
  const doubts = (await doubted?.among(unlike.filter(({ row }) => !stored.has(row.id)))) ?? [];
  const inDoubt = new Set(doubts.map(({ record }) => record));
  const others = unlike.filter((record) => !inDoubt.has(record));
  const referred = new Set(others.flatMap((record) => referencesOf(model, record).map(({ id }) => id)));
  const { complete, lacking } = split(model, others, await findExisting([...referred]));
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
  model: GraphModel,
  records: readonly LocatedRecord[],
  exists: (id: string) => boolean,
): { complete: readonly LocatedRecord[]; lacking: readonly Lacking[] } {
  let complete = records;
  const lacking: Lacking[] = [];
  for (;;) {
    const own = new Set(complete.map(({ row }) => row.id));
    const missing = (record: LocatedRecord): string[] =>
      referencesOf(model, record)
        .map(({ id }) => id)
        .filter((id) => !own.has(id) && !exists(id));
    const found = complete.map((record) => ({ record, ids: missing(record) }));
    const left = found.filter(({ ids }) => ids.length === 0).map(({ record }) => record);
    if (left.length === complete.length) return { complete, lacking };
    lacking.push(...found.filter(({ ids }) => ids.length > 0));
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
