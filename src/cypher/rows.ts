import type { GraphProperties } from '../model';
import type { Statement } from '../store';

/** How many rows one statement of a change takes. */
const batchSize = 2_500;

/**
 * A statement that is run for each of some rows. A row is a list of values, which the text names by their places: to hand a store
 * lists takes half the time of objects, and a node that is made with all it has half the time of one that is given it.
 */
export interface RowStatement {
  /** What is done with one `row`. */
  readonly text: string;
  readonly rows: readonly (readonly unknown[])[];
}

export function inBatches({ text, rows }: RowStatement): Statement[] {
  const count = Math.ceil(rows.length / batchSize);
  return Array.from({ length: count }, (_, at) => ({
    text: `UNWIND $rows AS row ${text}`,
    parameters: { rows: rows.slice(at * batchSize, (at + 1) * batchSize) },
  }));
}

/** How the properties of some nodes or edges stand in rows. */
export interface Cells {
  /** Such as `` `name`: row[1], `place`: row[2] ``; empty where none has a property. */
  readonly text: string;
  /** What stands there; null where there is no such property, which is then not made. */
  readonly of: (properties: GraphProperties) => readonly unknown[];
}

/** @param first the place of the first property in a row */
export function cellsOf(items: readonly { readonly properties: GraphProperties }[], first: number): Cells {
  const known = new Set<string>();
  for (const { properties } of items) for (const name in properties) known.add(name);
  const names = [...known].map(plain);
  return {
    text: names.map((name, at) => `\`${name}\`: row[${String(first + at)}]`).join(', '),
    of: (properties) => names.map((name) => properties[name] ?? null),
  };
}

/** Names of properties are the model's, which has checked them; they are the only part of a statement that changes bring. */
function plain(name: string): string {
  if (!/^\w+$/.test(name)) throw new Error(`A property is called ${name}.`);
  return name;
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
