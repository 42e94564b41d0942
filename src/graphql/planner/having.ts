import { AnodeError } from '../../errors';
import { groupColumns, type GroupOrderKey, type MeasuringFunction, type Predicate } from '../../plan';
import { planConditions } from './conditions';
import type { PlanDraft } from './draft';
import { planFigures } from './figures';
import { placeOfKey, type NamedKey } from './group-keys';
import type { Measuring } from './measuring';
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
  const { names, direction } = onlyEntry(key, argument);
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

/** The names that lead to the one direction that a key of an order gives. Throws where it gives none or several. */
function onlyEntry(key: Values, argument: string): { names: readonly string[]; direction: unknown } {
  const entries = Object.entries(key).filter(([, value]) => value !== null);
  const [entry] = entries;
  if (entry === undefined || entries.length > 1) {
    const allowed = 'exactly one figure or key, as in {count: DESC}';
    const message = `${argument} names ${String(entries.length)} figures or keys; allowed is ${allowed}.`;
    throw new AnodeError('BAD_USER_INPUT', message, { argument, given: key, allowed });
  }
  const [name, value] = entry;
  if (typeof value !== 'object') return { names: [name], direction: value };
  const { names, direction } = onlyEntry(value as Values, `${argument}.${name}`);
  return { names: [name, ...names], direction };
}
