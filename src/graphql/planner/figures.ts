import { groupColumns, type MeasuringFunction, type Predicate } from '../../plan';
import { planProperty } from './comparisons';
import { conjunction, nullNotAllowed } from './conditions';
import type { PlanDraft } from './draft';
import type { Measuring } from './measuring';
import type { Values } from './variable-shape';

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
    return planProperty(draft, compared, operators, place);
  };
  if (name === 'count') return compare(measuring.count(), value, argument);
  const kind = name as MeasuringFunction;
  return conjunction(
    Object.entries(value).map(([property, operators]) => {
      const place = `${argument}.${property}`;
      if (operators === null) throw nullNotAllowed(place);
      return compare(measuring.take(kind, property, place), operators as Values, place);
    }),
  );
}
