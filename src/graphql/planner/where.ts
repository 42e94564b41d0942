import { AnodeError } from '../../errors';
import type { GraphModel, NodeType, Property, Relation } from '../../model';
import type { Operator, Predicate, Reach } from '../../plan';
import type { PlanDraft } from './draft';
import type { Values } from './variable-shape';

interface WhereContext {
  readonly model: GraphModel;
  readonly draft: PlanDraft;
}

/** The predicate of a `where` argument; undefined where it says nothing. What cannot be meant, the draft keeps. */
export function planWhere(
  context: WhereContext,
  type: NodeType,
  where: unknown,
  argument: string,
): Predicate | undefined {
  if (where === undefined || where === null) return undefined;
  const operands = Object.entries(where as Values).flatMap(
    ([name, value]) =>
      context.draft.attempt(() => planEntry(context, type, name, value, `${argument}.${name}`)) ?? [],
  );
  return conjunction(operands);
}

function planEntry(
  context: WhereContext,
  type: NodeType,
  name: string,
  value: unknown,
  argument: string,
): Predicate | undefined {
  if (value === null || value === undefined) throw nullNotAllowed(argument);
  if (name === 'AND' || name === 'OR') return planJunction(context, type, name, value as unknown[], argument);
  if (name === 'NOT') {
    return negated(planWhere(context, type, value, argument));
  }
  const property = type.property(name);
  if (property !== undefined) return planProperty(context, property, value as Values, argument);
  return planRelation(context, type.relation(name)!, value as Values, argument);
}

function planJunction(
  context: WhereContext,
  type: NodeType,
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
    planWhere(context, type, branch, `${argument}.${String(at)}`),
  );
  if (name === 'AND') return conjunction(operands.filter((operand) => operand !== undefined));
  // A branch without a condition fits everything, and so does the whole.
  return operands.includes(undefined) ? undefined : { kind: 'or', operands: operands as Predicate[] };
}

function planProperty(
  { draft }: WhereContext,
  { name: property }: Property,
  operators: Values,
  argument: string,
): Predicate | undefined {
  return conjunction(
    Object.entries(operators).map(([operator, value]): Predicate => {
      if (value === null) {
        if (operator === 'eq') return { kind: 'missing', property, parameter: draft.value(true) };
        throw nullNotAllowed(`${argument}.${operator}`);
      }
      const parameter = draft.value(value);
      if (operator === 'isNull') return { kind: 'missing', property, parameter };
      return { kind: 'compare', property, operator: operator as Operator, parameter };
    }),
  );
}

function planRelation(
  context: WhereContext,
  relation: Relation,
  value: Values,
  argument: string,
): Predicate | undefined {
  const target = context.model.type(relation.target);
  const reach = (kind: Reach['kind'], where: Predicate | undefined): Reach => {
    const edge = { type: relation.edge.type, direction: relation.direction };
    return { kind, edge, type: relation.target, where };
  };
  if (!relation.many) return reach('some', planWhere(context, target, value, argument));
  return conjunction(
    Object.entries(value).flatMap(([quantifier, inner]) => {
      const place = `${argument}.${quantifier}`;
      if (inner === null) throw nullNotAllowed(place);
      return quantified(quantifier as Quantifier, reach, planWhere(context, target, inner, place)) ?? [];
    }),
  );
}

type Quantifier = 'some' | 'none' | 'all' | 'single';

/** `all` and `none` are what is left where `some` fails: a node without any relation fits both. */
function quantified(
  quantifier: Quantifier,
  reach: (kind: Reach['kind'], where: Predicate | undefined) => Reach,
  where: Predicate | undefined,
): Predicate | undefined {
  switch (quantifier) {
    case 'some':
    case 'single':
      return reach(quantifier, where);
    case 'none':
      return negated(reach('some', where));
    case 'all':
      return where && negated(reach('some', negated(where)));
  }
}

/** A condition that says nothing fits everything, so that its NOT fits nothing. */
const negated = (operand: Predicate | undefined): Predicate =>
  operand === undefined ? { kind: 'never' } : { kind: 'not', operand };

function conjunction(operands: readonly Predicate[]): Predicate | undefined {
  return operands.length < 2 ? operands[0] : { kind: 'and', operands };
}

function nullNotAllowed(argument: string): AnodeError {
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
