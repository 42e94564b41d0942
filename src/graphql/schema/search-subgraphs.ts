import { ID, Int } from 'type-graphql';
import { claimKind } from '../../model';
import { defaultPageSize } from '../../plan';
import { PartialDateScalar } from './scalars';
import { declareSearchObject, field, optional } from './search-types';
import type { ArgSpec } from './type-graphql';
import { listOf, named, type Types } from './types';

/** The root fields that answer with a part of the graph: what lies around nodes, between them, and what they share. */
export function declareSubgraphs(types: Types, entity: string): void {
  declareParts(types, entity);
  declareNeighborhood(types);
  declareBetween(types, entity);
  declareCommon(types);
}

const int = () => Int;

function declareParts(types: Types, entity: string): void {
  const node = field('node', named(types, entity), 'The node.');
  const links = field('links', listOf(named(types, 'Link')), 'The edges that tie it to them.');
  const degree = field('degree', int, 'How many edges are known at it.');
  declareSearchObject(types, 'Link', 'An edge with what it rests on.', [
    field('kind', named(types, 'HopKind'), 'The kind of edge.'),
    field('from', named(types, entity), 'Where the edge begins.'),
    field('to', named(types, entity), 'Where it ends.'),
    optional('since', 'Since when it holds, by the earliest of its claims.', () => PartialDateScalar),
    optional('until', 'Until when it holds, by the best of its claims.', () => PartialDateScalar),
    optional('confidence', 'How sure the most confident of its claims is.', named(types, 'Confidence')),
    field('independentOrigins', int, 'How many origins that do not repeat one another stand behind it.'),
    field('claims', listOf(named(types, claimKind)), 'The claims it rests on; excluded sources left out.'),
  ]);
  declareSearchObject(types, 'Neighbor', 'A node that was reached.', [
    node,
    field('distance', int, 'How many hops away it is.'),
    degree,
  ]);
  declareSearchObject(types, 'LeftOut', 'How many nodes of a kind were reached but not shown.', [
    field('kind', named(types, 'NodeKind'), 'The kind.'),
    field('count', int, 'How many.'),
  ]);
  declareSearchObject(types, 'Pair', 'How far two nodes are from one another.', [
    field('from', named(types, entity), 'One of them.'),
    field('to', named(types, entity), 'The other.'),
    optional('distance', 'The hops of the shortest path; null where none was found.', int),
  ]);
  declareSearchObject(types, 'SharedNode', 'A node that several are tied to.', [
    node,
    field('by', listOf(named(types, entity)), 'Those that are tied to it.'),
    field('distance', int, 'The hops to all of them together.'),
    degree,
    links,
  ]);
}

const report = (types: Types) =>
  field('search', named(types, 'SearchReport'), 'What the search did and what it used.');

function declareNeighborhood(types: Types): void {
  declareSearchObject(types, 'Neighborhood', 'What lies around some nodes.', [
    field(
      'nodes',
      listOf(named(types, 'Neighbor')),
      'The nearest first, then those with the most edges, then by id.',
    ),
    field('links', listOf(named(types, 'Link')), 'The edges that were walked between what is shown.'),
    field('leftOut', listOf(named(types, 'LeftOut')), 'What was reached but not shown, by kind.'),
    report(types),
  ]);
  types.declare.query({
    name: 'neighborhood',
    description: 'What lies within some hops of nodes, with the claims that each edge rests on.',
    type: named(types, 'Neighborhood'),
    args: [
      idsArg('of', 'Ids: the nodes in the middle.'),
      { name: 'hops', type: int, description: 'How far; up to 4.', defaultValue: 2 },
      ...sharedArgs(types),
      firstArg('nodes'),
    ],
  });
}

function declareBetween(types: Types, entity: string): void {
  declareSearchObject(types, 'Connecting', 'What connects nodes.', [
    field('nodes', listOf(named(types, entity)), 'They and all that is on the paths between them, by id.'),
    field('links', listOf(named(types, 'Link')), 'The hops of these paths.'),
    field('pairs', listOf(named(types, 'Pair')), 'How far each two of them are from one another.'),
    report(types),
  ]);
  types.declare.query({
    name: 'between',
    description: 'What connects nodes: the shortest paths between each two of them, as one graph.',
    type: named(types, 'Connecting'),
    args: [
      idsArg('ids', 'Ids: 2 to 10 nodes.'),
      { name: 'maxHops', type: int, description: 'Hops of a path, at most; up to 6.', defaultValue: 3 },
      ...sharedArgs(types),
      { name: 'first', type: int, description: 'So many paths for each two.', defaultValue: 3 },
    ],
  });
}

function declareCommon(types: Types): void {
  declareSearchObject(types, 'Common', 'What nodes have in common.', [
    field(
      'nodes',
      listOf(named(types, 'SharedNode')),
      'The most telling first: what more of them share, then what is nearer, then what has fewer edges.',
    ),
    field('hasMore', () => Boolean, 'Whether there is more that they share.'),
    report(types),
  ]);
  types.declare.query({
    name: 'common',
    description: 'What nodes share: partners, plants, countries, chemistries, investors.',
    type: named(types, 'Common'),
    args: [
      idsArg('ids', 'Ids: 2 to 10 nodes.'),
      { name: 'hops', type: int, description: 'How far it may be from each; 1 or 2.', defaultValue: 2 },
      ...sharedArgs(types),
      firstArg('nodes'),
    ],
  });
}

const idsArg = (name: string, description: string): ArgSpec => ({
  name,
  type: listOf(() => ID),
  description,
});

const firstArg = (what: string): ArgSpec => ({
  name: 'first',
  type: int,
  description: `So many ${what} at most; ${String(defaultPageSize)} if left out.`,
  nullable: true,
});

const sharedArgs = (types: Types): ArgSpec[] => [
  {
    name: 'where',
    type: named(types, 'TraceWhere'),
    description: 'What counts; not `through`.',
    nullable: true,
  },
  {
    name: 'at',
    type: () => PartialDateScalar,
    description: 'Only edges that held at this date.',
    nullable: true,
  },
  {
    name: 'budget',
    type: named(types, 'SearchBudget'),
    description: 'What the search may use.',
    nullable: true,
  },
];
