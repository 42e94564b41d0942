import { AnodeError } from '../../errors';
import type { Measured, Predicate, Reach } from '../../plan';
import { conjunction } from './conditions';
import type { PlanDraft } from './draft';
import { planFigures } from './figures';
import { Measuring, type Measurable } from './measuring';
import { settledBy } from './units';
import type { Values } from './variable-shape';

/**
 * The condition that `{count: {gte: 3}, where: {…}}` states on a relation to many; undefined where it says nothing.
 * Throws AnodeError for a `where` by itself, and for figures that would mix units.
 *
 * @param measures the part of the filter that is about how many there are and what they measure
 */
export function planMeasured(
  draft: PlanDraft,
  reach: (kind: 'some', where: Predicate | undefined) => Reach,
  measurable: Measurable,
  measures: Values,
  planWhere: (where: unknown, argument: string) => Predicate | undefined,
  argument: string,
): Measured | undefined {
  const { where, ...figures } = measures;
  if (where !== undefined && Object.keys(figures).length === 0) throw onlyWhere(`${argument}.where`, where);
  const measuring = new Measuring(measurable, settledBy(measurable, where));
  const having = conjunction(
    Object.entries(figures).map(([name, value]) =>
      planFigures(draft, measuring, name, value as Values, `${argument}.${name}`),
    ),
  );
  const counted = planWhere(where, `${argument}.where`);
  if (having === undefined) return undefined;
  const { measurements } = measuring;
  return { ...reach('some', counted), kind: 'measured', measurements, having };
}

function onlyWhere(argument: string, given: unknown): AnodeError {
  const allowed =
    'where beside count, sum, avg, min or max; some, none, all or single are conditions by themselves';
  const message = `${argument} says what is counted, and nothing says how many; allowed is ${allowed}.`;
  return new AnodeError('BAD_USER_INPUT', message, { argument, given, allowed });
}
