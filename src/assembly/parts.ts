import type { CompositeShape, ValueType } from '../plan';

export type Answer = Record<string | symbol, unknown>;

/** The objects of one shape by the ids of their nodes. */
export type ObjectTable = ReadonlyMap<string, Answer>;

/** The values that were read of a node or an edge. */
type Cells = readonly unknown[];

/** Makes the object in which several properties of a node or an edge stand. */
export function partOf(
  { fields }: Pick<CompositeShape, 'fields'>,
  indexOf: (property: string) => number,
  leaf: (type: ValueType) => (value: unknown) => unknown,
): (cells: Cells) => Answer {
  const entries = fields.map((field): ((cells: Cells) => [string, unknown]) => {
    const { key } = field;
    if (field.kind === 'typename') return () => [key, field.name];
    const index = indexOf(field.property.name);
    const read = leaf(field.property);
    return (cells) => [key, read(cells[index])];
  });
  return (cells) => Object.fromEntries(entries.map((entry) => entry(cells)));
}

/** The nodes whose ids a property of a node or an edge lists. */
export const citedAt =
  (index: number, table: ObjectTable) =>
  (cells: Cells): unknown[] =>
    ((cells[index] ?? []) as string[]).flatMap((id) => table.get(id) ?? []);
