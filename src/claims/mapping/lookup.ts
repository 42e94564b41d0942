import { join } from 'node:path';
import type { Complaints } from '../seed/complaints';
import type { Mapping } from './mapping';
import { readRawTable } from './raw-table';
import type { LookupRule } from './schema';

/** A table of decisions: what a text of the data stands for. Undefined where nobody has decided. */
export type Lookup = (text: string) => readonly string[] | undefined;

/** Reads the tables of decisions that a mapping names. */
export async function readLookups(
  mapping: Mapping,
  complaints: Complaints,
): Promise<ReadonlyMap<string, Lookup>> {
  const { rules, folder } = mapping;
  const lookups = new Map<string, Lookup>();
  for (const [name, rule] of Object.entries(rules.lookups)) {
    const hasColumns = (columns: readonly string[]): boolean => {
      const missing = [rule.key, rule.take, ...Object.keys(rule.where)].filter(
        (own) => !columns.includes(own),
      );
      for (const own of missing)
        complaints.add(
          mapping.placeOf(['lookups', name]),
          own,
          `a column of ${rule.file}: ${columns.join(', ')}`,
        );
      return missing.length === 0;
    };
    lookups.set(name, await readLookup(rule, folder, hasColumns, complaints));
  }
  return lookups;
}

async function readLookup(
  { file, key, take, where }: LookupRule,
  folder: string,
  hasColumns: (columns: readonly string[]) => boolean,
  complaints: Complaints,
): Promise<Lookup> {
  const found = new Map<string, readonly string[]>();
  for await (const { cells } of readRawTable(join(folder, file), [key, take], hasColumns, complaints)) {
    if (Object.entries(where).some(([column, value]) => cells[column] !== String(value))) continue;
    const values = (cells[take] ?? '').split(';').map((value) => value.trim());
    found.set(
      cells[key] ?? '',
      values.filter((value) => value !== ''),
    );
  }
  return (text) => found.get(text);
}
