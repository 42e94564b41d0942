import { ID, Int } from 'type-graphql';
import { claimKind } from '../../model';
import { defaultPageSize } from '../../plan';
import { tellsIdentity } from './identity';
import { declareSubgraphs } from './search-subgraphs';
import {
  declareSearchEnums,
  declareSearchInputs,
  declareSearchObject,
  field,
  isSearchable,
  optional,
} from './search-types';
import { PartialDateScalar } from './scalars';
import type { ArgSpec, TypeThunk } from './type-graphql';
import { listOf, named, type Types } from './types';

/**
 * The root fields that are answered by a search, for a model whose edges cite claims.
 *
 * @param entity the interface that all kinds have in common
 */
export function declareSearches(types: Types, entity: string): void {
  if (!isSearchable(types)) return;
  declareSearchEnums(types);
  declareSearchInputs(types);
  declareHop(types, entity);
  declarePath(types, entity);
  declareReports(types);
  declareTrace(types);
  declareSubgraphs(types, entity);
}

const text: TypeThunk = () => String;
const int: TypeThunk = () => Int;

function declareHop(types: Types, entity: string): void {
  declareSearchObject(types, 'Interval', 'A span of time, its ends included.', [
    optional('since', 'When it begins; null for one that has no known beginning.', () => PartialDateScalar),
    optional('until', 'When it ends; null for one that has no known end.', () => PartialDateScalar),
  ]);
  declareSearchObject(types, 'Hop', 'An edge as a path walks over it.', [
    field('kind', named(types, 'HopKind'), 'The kind of edge.'),
    field('direction', named(types, 'HopDirection'), 'Whether it is walked along the edge or against it.'),
    field('from', named(types, entity), 'Where it comes from, on the way of the path.'),
    field('to', named(types, entity), 'Where it leads to.'),
    optional('since', 'Since when it holds, by the earliest of its claims.', () => PartialDateScalar),
    optional('until', 'Until when it holds, by the best of its claims.', () => PartialDateScalar),
    optional('confidence', 'How sure the most confident of its claims is.', named(types, 'Confidence')),
    field('independentOrigins', int, 'How many origins that do not repeat one another stand behind it.'),
    field('claims', listOf(named(types, claimKind)), 'The claims it rests on; excluded sources left out.'),
    field('footnote', int, 'The number of its footnote.'),
  ]);
}

function declarePath(types: Types, entity: string): void {
  declareSearchObject(types, 'Footnote', 'What a number in the account of a path refers to.', [
    field('number', int, 'The number, beginning with 1 on each path.'),
    field('claims', listOf(named(types, claimKind)), 'The claims it refers to.'),
  ]);
  declareSearchObject(types, 'Path', 'A chain of hops that crosses no node twice.', [
    field('nodes', listOf(named(types, entity)), 'Its nodes, both ends included.'),
    field('hops', listOf(named(types, 'Hop')), 'The hops between them.'),
    field('length', int, 'How many hops it has.'),
    optional('strength', 'The confidence of its weakest hop.', named(types, 'Confidence')),
    optional('jointInterval', 'The time in which all hops held; null for none.', named(types, 'Interval')),
    field('account', text, 'The path in words, with the numbers of its footnotes.'),
    field('footnotes', listOf(named(types, 'Footnote')), 'The claims that the account refers to.'),
  ]);
}

function declareReports(types: Types): void {
  declareSearchObject(types, 'SearchLimits', 'What a search was allowed.', [
    field('nodes', int, 'Nodes whose edges may be read.'),
    field('milliseconds', int, 'Time.'),
  ]);
  declareSearchObject(types, 'SearchReport', 'What a search did.', [
    field('exhaustive', () => Boolean, 'Whether nothing was left out for want of budget.'),
    field('nodesExpanded', int, 'Nodes whose edges were read. Which ones need be, may depend on the store.'),
    field('milliseconds', int, 'The time it took.'),
    field('budget', named(types, 'SearchLimits'), 'What it was allowed.'),
  ]);
  declareSearchObject(
    types,
    'NearestMiss',
    'The chain that would be a path but for one thing, which as few of its hops lack as can be.',
    [
      field('path', named(types, 'Path'), 'The chain.'),
      field('reason', named(types, 'MissReason'), 'What it lacks.'),
      field('hops', listOf(int), 'Which hops lack it, beginning with 0.'),
      field('explanation', text, 'The same in words.'),
      ...(tellsIdentity(types)
        ? [
            optional(
              'maybeSame',
              'For MAYBE_SAME: which two would have to be the same, and what speaks for it. The path has both among its nodes.',
              named(types, 'SameAsCandidate'),
            ),
          ]
        : []),
    ],
  );
}

function declareTrace(types: Types): void {
  declareSearchObject(types, 'PathEdge', 'A path and its place in the order.', [
    field('node', named(types, 'Path'), 'The path.'),
    field('cursor', text, 'Its place in the order, for `after`.'),
  ]);
  declareSearchObject(types, 'PathConnection', 'A page of paths, the best first.', [
    field('nodes', listOf(named(types, 'Path')), 'The paths of the page.'),
    field('edges', listOf(named(types, 'PathEdge')), 'The same with their cursors.'),
    field('pageInfo', named(types, 'PageInfo'), 'Whether there are more.'),
    field('search', named(types, 'SearchReport'), 'What the search did and what it used.'),
    optional(
      'nearestMiss',
      'Where there is no path: how near one came. Null where nothing came near within the budget.',
      named(types, 'NearestMiss'),
    ),
  ]);
  types.declare.query({
    name: 'trace',
    description: 'Paths between nodes, with the claims that each hop rests on. No path crosses a node twice.',
    type: named(types, 'PathConnection'),
    args: [
      { name: 'from', type: listOf(() => ID), description: 'Ids: a path begins at one of these.' },
      {
        name: 'to',
        type: listOf(() => ID),
        description: 'Ids: it ends at one of these, and crosses no other end.',
      },
      ...conditionArgs(types),
      {
        name: 'rankBy',
        type: named(types, 'PathRank'),
        description: 'Which paths come first.',
        defaultValue: 'SHORTEST',
      },
      { name: 'maxHops', type: int, description: 'Hops of a path, at most; up to 8.', defaultValue: 4 },
      ...pageArgs('paths'),
      budgetArg(types),
    ],
  });
}

const conditionArgs = (types: Types): ArgSpec[] => [
  { name: 'where', type: named(types, 'TraceWhere'), description: 'What counts.', nullable: true },
  {
    name: 'time',
    type: named(types, 'TimeMode'),
    description: 'How hops hang together in time.',
    defaultValue: 'ANY',
  },
  {
    name: 'at',
    type: () => PartialDateScalar,
    description: 'For ALL_AT: the date; of a month or a year, any day of it.',
    nullable: true,
  },
];

const pageArgs = (what: string): ArgSpec[] => [
  {
    name: 'first',
    type: int,
    description: `So many ${what} at most; ${String(defaultPageSize)} if left out.`,
    nullable: true,
  },
  { name: 'after', type: text, description: 'Begin after this cursor.', nullable: true },
];

const budgetArg = (types: Types): ArgSpec => ({
  name: 'budget',
  type: named(types, 'SearchBudget'),
  description: 'What the search may use.',
  nullable: true,
});
