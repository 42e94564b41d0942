import { ID, Int } from 'type-graphql';
import { claimKind, factEdges, factKinds } from '../../model';
import { whereName } from './filters';
import type { FieldSpec, TypeThunk } from './type-graphql';
import { listOf, named, type Types } from './types';

/** A description of each kind of edge, for its value in the enum. */
function hopKinds({ model }: Types): Record<string, string> {
  const edges = factKinds(model).flatMap(({ relations }) => relations.map(({ edge }) => edge));
  return Object.fromEntries(
    factEdges(model).map((type) => [type, edges.find((edge) => edge.type === type)!.description]),
  );
}

/** Declares the enums of searches, by their names. */
export function declareSearchEnums(types: Types): void {
  const { declare, classes, model } = types;
  const enums: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
    ['HopKind', 'A kind of edge that claims stand behind.', hopKinds(types)],
    [
      'NodeKind',
      'A kind of node that a path may cross.',
      Object.fromEntries(factKinds(model).map(({ name, description }) => [name, description])),
    ],
    ['HopDirection', 'Which way an edge is walked.', directions],
    ['TimeMode', 'How the hops of a path hang together in time.', timeModes],
    ['PathRank', 'Which paths come first. Ties go by length, and then by the ids on the path.', ranks],
    ['MissReason', 'The one thing that a chain lacks to be a path.', reasons],
  ];
  for (const [name, description, values] of enums)
    classes.set(name, declare.enumType(name, description, values));
}

const directions = {
  OUT: 'Along the edge: from the one who owns, operates, takes part.',
  IN: 'Against the edge: from what is owned, operated, taken part in.',
  ANY: 'Either way.',
};

const timeModes = {
  ANY: 'They need not.',
  ALL_AT: 'Every hop held at the date `at`.',
  JOINT: 'There is a day on which all hops held.',
  CHRONOLOGICAL: 'Each hop begins no earlier than the one before. A hop without a date has always been.',
};

const ranks = {
  SHORTEST: 'Those with the fewest hops.',
  WEAKEST_LINK: 'Those whose least certain hop is the most certain.',
  MOST_CORROBORATED: 'Those whose least corroborated hop has the most independent origins.',
  MOST_RECENT: 'Those whose oldest hop began last. A hop without a date is the oldest.',
};

const reasons = {
  BELOW_CONFIDENCE: 'A hop is less certain than asked for.',
  TOO_FEW_ORIGINS: 'A hop has fewer independent origins than asked for.',
  EXCLUDED_SOURCE: 'A hop rests only on sources that were left out.',
  NOT_HELD: 'A hop did not hold at that date.',
  NOT_JOINT: 'There is no day on which all hops held.',
  NOT_CHRONOLOGICAL: 'A hop begins before the one that leads to it.',
  TOO_LONG: 'It has too many hops: one, or more where every shorter chain lacks more than one thing.',
  MAYBE_SAME: 'It goes on from another company, whose name is so like that both may be the same.',
};

/** Declares the conditions of searches and the budget. */
export function declareSearchInputs(types: Types): void {
  const { declare, classes, model } = types;
  const input = (name: string, description: string, fields: readonly FieldSpec[]): void => {
    classes.set(name, declare.inputType({ name, description, fields: [...fields] }));
  };
  input('HopCondition', 'A kind of edge that paths may use.', [
    { name: 'kind', description: 'The kind of edge.', type: named(types, 'HopKind') },
    optional('direction', 'Which way it may be walked; any if left out.', named(types, 'HopDirection')),
  ]);
  input(
    'NodeConditions',
    'Conditions on the nodes between the ends of a path, by their kinds. Nodes of other kinds are not asked.',
    factKinds(model).map(({ name, singular }) =>
      optional(singular, `On nodes of the kind ${name}.`, named(types, whereName(name))),
    ),
  );
  input('TraceWhere', 'What counts as a hop, and which nodes a path may cross. All of it must hold.', [
    optional('hops', 'Only edges of these kinds; all if left out.', listOf(named(types, 'HopCondition'))),
    optional(
      'nodeKinds',
      'Across nodes of these kinds only. If left out, across all but hubs: countries, chemistries, materials.',
      listOf(named(types, 'NodeKind')),
    ),
    optional('hubs', 'Across hubs of these kinds, too.', listOf(named(types, 'NodeKind'))),
    optional('nodes', 'Only across nodes that fit.', named(types, 'NodeConditions')),
    optional('minConfidence', 'Only hops at least so certain.', named(types, 'Confidence')),
    optional('minOrigins', 'Only hops with so many independent origins behind them.', () => Int),
    optional(
      'excludeSources',
      'Ids of sources whose claims do not count. A hop is what the other claims make of it.',
      ids,
    ),
    optional('avoid', 'Ids of nodes that are not crossed.', ids),
    optional('through', 'Ids of nodes that must be crossed, in any order.', ids),
  ]);
  input('SearchBudget', 'What a search may use before it gives back what it has.', [
    optional('nodes', 'Nodes whose edges are read; 10000 if left out, at most 100000.', () => Int),
    optional('milliseconds', 'Time; 1500 if left out, at most 10000.', () => Int),
  ]);
}

export const optional = (name: string, description: string, type: TypeThunk): FieldSpec => ({
  name,
  description,
  type,
  nullable: true,
});

const ids: TypeThunk = listOf(() => ID);

/** Whether a model has what searches are about: edges that cite claims, and an interface that all kinds have. */
export function isSearchable({ model, classes }: Types): boolean {
  const hasClaims = model.kinds.some(({ name }) => name === claimKind);
  return hasClaims && classes.has('Confidence') && factEdges(model).length > 0;
}

export const field = (name: string, type: TypeThunk, description: string): FieldSpec => ({
  name,
  type,
  description,
});

/** Declares a type of what searches find. */
export function declareSearchObject(
  types: Types,
  name: string,
  description: string,
  fields: readonly FieldSpec[],
): void {
  const spec = { name, description, fields: [...fields], implements: [] };
  types.classes.set(name, types.declare.objectType(spec));
}
