import type { Bearer, Operator, Predicate } from '../../plan';
import { conjunction, nullNotAllowed } from './conditions';
import type { PlanDraft } from './draft';
import type { Values } from './variable-shape';

/** What is compared, and whether in lower case. */
interface Compared {
  readonly on: Bearer;
  readonly property: string;
  readonly folded: boolean;
}

/** The predicate of the operators on one value. */
export function planProperty(
  draft: PlanDraft,
  compared: Compared,
  operators: Values,
  argument: string,
): Predicate | undefined {
  return conjunction(
    Object.entries(operators).map(([operator, value]) =>
      planOperator(draft, compared, operator, value, `${argument}.${operator}`),
    ),
  );
}

function planOperator(
  draft: PlanDraft,
  compared: Compared,
  operator: string,
  value: unknown,
  argument: string,
): Predicate | undefined {
  const { on, property, folded } = compared;
  if (value === null) {
    if (operator !== 'eq') throw nullNotAllowed(argument);
    return { kind: 'missing', on, property, parameter: draft.value(true) };
  }
  if (operator === 'caseInsensitive')
    return planProperty(draft, { ...compared, folded: true }, value as Values, argument);
  if (operator === 'isNull') return { kind: 'missing', on, property, parameter: draft.value(value) };
  const parameter = draft.value(value, folded ? 'folded' : 'value');
  return { kind: 'compare', on, property, operator: operator as Operator, parameter, folded };
}
