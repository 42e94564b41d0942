import { AnodeError } from '../../errors';
import type { Predicate } from '../../plan';
import type { PlanDraft } from './draft';
import type { Values } from './variable-shape';

/** Plans what one field of a condition says, other than AND, OR and NOT; undefined where it says nothing. */
type PlanField = (name: string, value: Values, argument: string) => Predicate | undefined;

/**
 * The predicate of an input object of conditions, all of which must hold; undefined where it says nothing. Complains of
 * each that cannot be meant.
 */
export function planConditions(
  draft: PlanDraft,
  planField: PlanField,
  conditions: unknown,
  argument: string,
): Predicate | undefined {
  if (conditions === undefined || conditions === null) return undefined;
  return conjunction(
    Object.entries(conditions as Values).map(([name, value]) =>
      draft.attempt(() => planCondition(draft, planField, name, value, `${argument}.${name}`)),
    ),
  );
}

function planCondition(
  draft: PlanDraft,
  planField: PlanField,
  name: string,
  value: unknown,
  argument: string,
): Predicate | undefined {
  if (value === null || value === undefined) throw nullNotAllowed(argument);
  if (name === 'AND' || name === 'OR')
    return planJunction(draft, planField, name, value as unknown[], argument);
  if (name === 'NOT') return negated(planConditions(draft, planField, value, argument));
  return planField(name, value as Values, argument);
}

function planJunction(
  draft: PlanDraft,
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
    planConditions(draft, planField, branch, `${argument}.${String(at)}`),
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
