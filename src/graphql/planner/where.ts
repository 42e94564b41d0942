import type { GraphModel, NodeType, Relation } from '../../model';
import type { Bearer, Operator, Predicate, Reach } from '../../plan';
import { conjunction, negated, nullNotAllowed, planConditions } from './conditions';
import type { PlanDraft } from './draft';
import { stepOf } from './selecting';
import type { Values } from './variable-shape';

interface WhereContext {
  readonly model: GraphModel;
  readonly draft: PlanDraft;
}

/** The predicate of a `where` argument; undefined where it says nothing. Throws for what cannot be meant. */
export function planWhere(
  context: WhereContext,
  type: NodeType,
  where: unknown,
  argument: string,
): Predicate | undefined {
  const planField = (name: string, value: Values, place: string): Predicate | undefined => {
    if (type.property(name) !== undefined)
      return planProperty(context, { on: 'node', property: name, folded: false }, value, place);
    const relation = type.relation(name);
    return relation === undefined
      ? planRelation(context, type.relation(withoutEdge(name))!, planEdgeWhere, value, place)
      : planRelation(context, relation, planEndWhere, value, place);
  };
  return planConditions(planField, where, argument);
}

/** What is said of the far end of a relation, by a condition on its node or on the edge and its node. */
type PlanEnd = (
  context: WhereContext,
  relation: Pick<Relation, 'edge' | 'target'>,
  where: unknown,
  argument: string,
) => Predicate | undefined;

const planEndWhere: PlanEnd = (context, { target }, where, argument) =>
  planWhere(context, context.model.type(target), where, argument);

/** The predicate of a `whereEdge` argument, about an edge and the node at its other end. */
export const planEdgeWhere: PlanEnd = (context, relation, where, argument) => {
  const planField = (name: string, value: Values, place: string): Predicate | undefined =>
    name === 'node'
      ? planEndWhere(context, relation, value, place)
      : planProperty(context, { on: 'edge', property: name, folded: false }, value, place);
  return planConditions(planField, where, argument);
};

/** The relation that a field `plantsEdge` is about. */
const withoutEdge = (name: string): string => name.slice(0, -'Edge'.length);

interface Compared {
  readonly on: Bearer;
  readonly property: string;
  readonly folded: boolean;
}

function planProperty(
  context: WhereContext,
  compared: Compared,
  operators: Values,
  argument: string,
): Predicate | undefined {
  return conjunction(
    Object.entries(operators).map(([operator, value]) =>
      planOperator(context, compared, operator, value, `${argument}.${operator}`),
    ),
  );
}

function planOperator(
  context: WhereContext,
  compared: Compared,
  operator: string,
  value: unknown,
  argument: string,
): Predicate | undefined {
  const { on, property, folded } = compared;
  const { draft } = context;
  if (value === null) {
    if (operator !== 'eq') throw nullNotAllowed(argument);
    return { kind: 'missing', on, property, parameter: draft.value(true) };
  }
  if (operator === 'caseInsensitive')
    return planProperty(context, { ...compared, folded: true }, value as Values, argument);
  if (operator === 'isNull') return { kind: 'missing', on, property, parameter: draft.value(value) };
  const parameter = draft.value(value, folded ? 'folded' : 'value');
  return { kind: 'compare', on, property, operator: operator as Operator, parameter, folded };
}

function planRelation(
  context: WhereContext,
  relation: Relation,
  planEnd: PlanEnd,
  value: Values,
  argument: string,
): Predicate | undefined {
  const reach = (kind: Reach['kind'], where: Predicate | undefined): Reach => ({
    kind,
    start: 'far',
    edge: stepOf(relation),
    type: relation.target,
    where,
  });
  if (!relation.many) return reach('some', planEnd(context, relation, value, argument));
  return conjunction(
    Object.entries(value).map(([quantifier, inner]) => {
      const place = `${argument}.${quantifier}`;
      if (inner === null) throw nullNotAllowed(place);
      return quantified(quantifier as Quantifier, reach, planEnd(context, relation, inner, place));
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
