import type { Value } from './values';

/**
 * The properties, somewhere among the fields of an input, that keep the units of numbers which are measured there.
 *
 * @param unitOf the property that a number's unit is in, by the number's own name
 */
export function unitsIn(
  entries: readonly (readonly [name: string, value: Value])[],
  unitOf: ReadonlyMap<string, string>,
): string[] {
  return entries.flatMap(([name, { content }]) => {
    const unit = unitOf.get(name);
    if (unit !== undefined) return [unit];
    if (typeof content === 'string') return [];
    const below = 'items' in content ? content.items.map((item) => ['', item] as const) : content;
    return unitsIn(below, unitOf);
  });
}

export const isSettled = (units: readonly string[]): boolean => units.length === 0;

/** A condition of that type which demands one unit for each, beside what else is asked. */
export function settled(
  type: string,
  asked: Value | undefined,
  units: readonly string[],
  unit: string,
): Value {
  const demand = (name: string): Value =>
    literal(type, [[name, literal('StringFilter', [['eq', literal('String', unit)]])]]);
  const demands = [...new Set(units)].map(demand);
  if (asked === undefined && demands.length === 1) return demands[0]!;
  const items = [...demands, ...(asked === undefined ? [] : [asked])].map((item) => ({
    ...item,
    type: `${type}!`,
  }));
  return literal(type, [['AND', literal(`[${type}!]`, { items, bare: false })]]);
}

export const literal = (type: string, content: Value['content']): Value => ({
  type,
  mode: 'literal',
  content,
});
