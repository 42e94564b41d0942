import { AnodeError } from '../../errors';
import type { Predicate } from '../../plan';
import type { Values } from './variable-shape';

/** Plans what one field of a condition says, other than AND, OR and NOT; undefined where it says nothing. */
type PlanField = (name: string, value: Values, argument: string) => Predicate | undefined;

/**
 * The predicate of an input object of conditions, all of which must hold; undefined where it says nothing. Throws for
 * what cannot be meant.
 */
export function planConditions(
  planField: PlanField,
  conditions: unknown,
  argument: string,
): Predicate | undefined {
  if (conditions === undefined || conditions === null) return undefined;
  return conjunction(
    Object.entries(conditions as Values).map(([name, value]) => {
      const place = `${argument}.${name}`;
      if (value === null || value === undefined) throw nullNotAllowed(place);
      if (name === 'AND' || name === 'OR') return planJunction(planField, name, value as unknown[], place);
      if (name === 'NOT') return negated(planConditions(planField, value, place));
      return planField(name, value as Values, place);
    }),
  );
}

function planJunction(
  planField: PlanField,
  name: 'AND' | 'OR',
  branches: readonly unknown[],
  argument: string,
): Predicate | undefined {
  if (branches.length === 0) {
    throw new AnodeError('BAD_USER_INPUT', `${argument} is empty; give it at least one condition.`, {
      argument,
      given: [],
      allowed: 'at least one condition',
    });
  }
  const operands = branches.map((branch, at) =>
    planConditions(planField, branch, `${argument}.${String(at)}`),
  );
  if (name === 'AND') return conjunction(operands);
  // A branch without a condition fits everything, and so does the whole.
  return operands.includes(undefined) ? undefined : { kind: 'or', operands: operands as Predicate[] };
}

/** A condition that says nothing fits everything, so that its NOT fits nothing. */
export const negated = (operand: Predicate | undefined): Predicate =>
  operand === undefined ? { kind: 'never' } : { kind: 'not', operand };

/** All of these hold. Those that say nothing are left out. */
export function conjunction(conditions: readonly (Predicate | undefined)[]): Predicate | undefined {
  const operands = conditions.filter((condition) => condition !== undefined);
  return operands.length < 2 ? operands[0] : { kind: 'and', operands };
}

export function nullNotAllowed(argument: string): AnodeError {
  return new AnodeError(
    'BAD_USER_INPUT',
    `${argument} is null; leave it out, or ask for a missing value with {eq: null}.`,
    {
      argument,
      given: null,
      allowed: 'a value',
    },
  );
}
