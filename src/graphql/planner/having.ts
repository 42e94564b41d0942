import { AnodeError } from '../../errors';
import { groupColumns, type GroupOrderKey, type MeasuringFunction, type Predicate } from '../../plan';
import { conjunction, nullNotAllowed, planConditions } from './conditions';
import type { PlanDraft } from './draft';
import { placeOfKey, type NamedKey } from './group-keys';
import type { Measuring } from './measuring';
import type { Values } from './variable-shape';
import { planProperty } from './where';

/** The condition on groups that a `having` states; undefined where it says nothing. */
export const planHaving = (
  draft: PlanDraft,
  measuring: Measuring,
  having: unknown,
  argument: string,
): Predicate | undefined =>
  planConditions((name, value, place) => planFigures(draft, measuring, name, value, place), having, argument);

/** The condition that `count: {gte: 3}` states, or `sum: {capacity: {gt: 100}}`. */
export function planFigures(
  draft: PlanDraft,
  measuring: Measuring,
  name: string,
  value: Values,
  argument: string,
): Predicate | undefined {
  const compare = (at: number, operators: Values, place: string): Predicate | undefined => {
    const compared = { on: 'group', property: groupColumns.measurement(at), folded: false } as const;
    return planProperty({ draft }, compared, operators, place);
  };
  if (name === 'count') return compare(measuring.take({ kind: 'count' }, argument), value, argument);
  const kind = name as MeasuringFunction;
  return conjunction(
    Object.entries(value).map(([property, operators]) => {
      const place = `${argument}.${property}`;
      if (operators === null) throw nullNotAllowed(place);
      return compare(measuring.take({ kind, property }, place), operators as Values, place);
    }),
  );
}

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
  const measurement =
    property === undefined ? ({ kind: 'count' } as const) : { kind: name as MeasuringFunction, property };
  return { column: groupColumns.measurement(measuring.take(measurement, place)), descending };
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
