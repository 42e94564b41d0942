import {
  partNamed,
  partsOf,
  type GraphModel,
  type NodeType,
  type PropertyDeclaration,
  type Relation,
} from '../../model';
import type { Predicate, Reach } from '../../plan';
import { planProperty } from './comparisons';
import { conjunction, negated, nullNotAllowed, planConditions } from './conditions';
import type { PlanDraft } from './draft';
import { planMeasured } from './measured';
import { edgesOf, nodesOf, type Measurable } from './measuring';
import { stepOf } from './selecting';
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
  const planField = (name: string, value: Values, place: string): Predicate | undefined => {
    const own = planOwn(context.draft, type.properties, 'node', name, value, place);
    if (own !== 'none') return own;
    const relation = type.relation(name);
    return relation === undefined
      ? planEdges(context, type.relation(withoutEdge(name))!, value, place)
      : planEnds(context, relation, value, place);
  };
  return planConditions(context.draft, planField, where, argument);
}

/** What is said of a property, or of several that stand in an object; `none` for a field that is neither. */
function planOwn(
  draft: PlanDraft,
  properties: readonly PropertyDeclaration[],
  on: 'node' | 'edge',
  field: string,
  value: Values,
  argument: string,
): Predicate | undefined | 'none' {
  const parts = partsOf(properties, field);
  if (parts.length === 0 && !properties.some(({ name }) => name === field)) return 'none';
  const plan = (property: string, operators: unknown, place: string): Predicate | undefined => {
    if (operators === null) throw nullNotAllowed(place);
    return planProperty(draft, { on, property, folded: false }, operators as Values, place);
  };
  if (parts.length === 0) return plan(field, value, argument);
  return conjunction(
    Object.entries(value).map(([name, operators]) =>
      plan(partNamed(properties, field, name)!.name, operators, `${argument}.${name}`),
    ),
  );
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
  const planField = (name: string, value: Values, place: string): Predicate | undefined => {
    if (name === 'node') return planEndWhere(context, relation, value, place);
    const own = planOwn(context.draft, relation.edge.properties, 'edge', name, value, place);
    return own === 'none' ? undefined : own;
  };
  return planConditions(context.draft, planField, where, argument);
};

/** The relation that a field `plantsEdge` is about. */
const withoutEdge = (name: string): string => name.slice(0, -'Edge'.length);

const planEnds = (context: WhereContext, relation: Relation, value: Values, argument: string) =>
  planRelation(
    context,
    relation,
    planEndWhere,
    nodesOf(context.model.type(relation.target)),
    value,
    argument,
  );

const planEdges = (context: WhereContext, relation: Relation, value: Values, argument: string) =>
  planRelation(context, relation, planEdgeWhere, edgesOf(relation.edge), value, argument);

function planRelation(
  context: WhereContext,
  relation: Relation,
  planEnd: PlanEnd,
  measurable: Measurable,
  value: Values,
  argument: string,
): Predicate | undefined {
  const reach = (kind: Reach['kind'], where: Predicate | undefined): Reach => ({
    kind,
    start: 'far',
    edge: stepOf(context.model, relation),
    type: relation.target,
    where,
  });
  if (!relation.many) return reach('some', planEnd(context, relation, value, argument));
  const measures = Object.entries(value).filter(([name]) => !isQuantifier(name));
  return conjunction([
    ...Object.entries(value).map(([name, inner]) => {
      const place = `${argument}.${name}`;
      if (inner === null) throw nullNotAllowed(place);
      if (!isQuantifier(name)) return undefined;
      return quantified(name, reach, planEnd(context, relation, inner, place));
    }),
    planMeasured(
      context.draft,
      reach,
      measurable,
      Object.fromEntries(measures),
      (where, place) => planEnd(context, relation, where, place),
      argument,
    ),
  ]);
}

const quantifiers = ['some', 'none', 'all', 'single'] as const;

type Quantifier = (typeof quantifiers)[number];

const isQuantifier = (name: string): name is Quantifier => (quantifiers as readonly string[]).includes(name);

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
