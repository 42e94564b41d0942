import { groupColumns, type GroupOrderKey, type MeasuringFunction, type Predicate } from '../../plan';
import { planConditions } from './conditions';
import type { PlanDraft } from './draft';
import { planFigures } from './figures';
import { placeOfKey, type NamedKey } from './group-keys';
import type { Measuring } from './measuring';
import { onlyEntry } from './only-entry';
import type { Values } from './variable-shape';

/** The condition on groups that a `having` states; undefined where it says nothing. */
export const planHaving = (
  draft: PlanDraft,
  measuring: Measuring,
  having: unknown,
  argument: string,
): Predicate | undefined =>
  planConditions((name, value, place) => planFigures(draft, measuring, name, value, place), having, argument);

/** The order that an `orderBy` of groups asks for, the keys in the end. */
export function planGroupOrder(
  measuring: Measuring,
  keys: readonly NamedKey[],
  orderBy: readonly Values[],
  argument: string,
): GroupOrderKey[] {
  const asked = orderBy.map((key, at) => planOrderKey(measuring, keys, key, `${argument}.${String(at)}`));
  const inTheEnd = keys.map((_, at) => ({ column: groupColumns.key(at), descending: false }));
  return [...asked, ...inTheEnd].filter(
    ({ column }, at, all) => all.findIndex((other) => other.column === column) === at,
  );
}

function planOrderKey(
  measuring: Measuring,
  keys: readonly NamedKey[],
  key: Values,
  argument: string,
): GroupOrderKey {
  const { names, direction } = onlyLeaf(key, argument);
  const descending = direction === 'DESC';
  const [name, ...rest] = names as [string, ...string[]];
  const place = `${argument}.${names.join('.')}`;
  if (name === 'key') {
    return { column: groupColumns.key(placeOfKey(keys, rest.join('.'), place)), descending };
  }
  const [property] = rest;
  const at =
    property === undefined ? measuring.count() : measuring.take(name as MeasuringFunction, property, place);
  return { column: groupColumns.measurement(at), descending };
}

/** The names that lead to the one direction that a key of an order gives. */
function onlyLeaf(key: Values, argument: string): { names: readonly string[]; direction: unknown } {
  const [name, value] = onlyEntry(key, argument);
  if (typeof value !== 'object') return { names: [name], direction: value };
  const { names, direction } = onlyLeaf(value as Values, `${argument}.${name}`);
  return { names: [name, ...names], direction };
}
