import { Int } from 'type-graphql';
import { edgeField, shorthandsOf, type NodeType, type Relation } from '../../model';
import { defaultPageSize } from '../../plan';
import { citationFields } from './citations';
import { edgeWhere, relationPrefix, whereName } from './filters';
import type { ArgSpec, FieldSpec } from './type-graphql';
import { listOf, named, propertyFields, scalarOf, type Types } from './types';

/** What all connections share: `PageInfo` and the directions of an order. */
export function declarePaging(types: Types): void {
  const { declare, classes } = types;
  classes.set(
    'SortDirection',
    declare.enumType('SortDirection', 'The direction of an order. Missing values come last in both.', {
      ASC: 'Smallest first.',
      DESC: 'Largest first.',
    }),
  );
  const fields: FieldSpec[] = [
    {
      name: 'hasNextPage',
      type: () => Boolean,
      description: 'Whether more follow. Of a page of `last` or `before`: whether there is a `before`.',
    },
    {
      name: 'hasPreviousPage',
      type: () => Boolean,
      description:
        'Whether there is an `after`. Of a page of `last` or `before`: whether more stand in front.',
    },
    {
      name: 'startCursor',
      type: () => String,
      description: 'The cursor of the first node. `before` it, the previous page ends.',
      nullable: true,
    },
    {
      name: 'endCursor',
      type: () => String,
      description: 'The cursor of the last node. `after` it, the next page begins.',
      nullable: true,
    },
  ];
  classes.set(
    'PageInfo',
    declare.objectType({
      name: 'PageInfo',
      description: 'Where a page stands in its list.',
      fields,
      implements: [],
    }),
  );
}

/** The connection of a root field that lists a kind. */
export function declareRootConnection(types: Types, { name }: NodeType): string {
  const description = `All ${name} nodes that fit.`;
  return declareConnection(types, {
    prefix: name,
    target: name,
    description,
    edgeDescription: `One of the ${name} nodes of a page, and its place in the order.`,
    edgeFields: [],
  });
}

/** The connection of a relation, whose edges carry the properties and the claims of the edges they stand for. */
export function declareRelationConnection(types: Types, relation: Relation): string {
  const { description, target, edge } = relation;
  return declareConnection(types, {
    prefix: relationPrefix(relation),
    target,
    description,
    edgeDescription: edge.description,
    edgeFields: edgeFields(types, relation),
  });
}

/** The field that shows the edge of a relation to one, for one that is made from claims. */
export function edgeToOne(types: Types, relation: Relation): FieldSpec[] {
  const name = edgeField(relation);
  if (name === undefined) return [];
  const { description, target } = relation;
  const prefix = relationPrefix(relation);
  const spec = { prefix, target, edgeDescription: description, edgeFields: edgeFields(types, relation) };
  const edge = `${prefix}Edge`;
  if (!types.classes.has(edge)) types.classes.set(edge, declareEdge(types, spec, []));
  return [
    {
      name,
      description: `Who says so, and since when: ${description}`,
      type: named(types, edge),
      nullable: true,
    },
  ];
}

const edgeFields = (types: Types, { edge }: Relation): readonly FieldSpec[] => [
  ...propertyFields(types, edge.properties),
  ...citationFields(types, edge.citations),
];

interface ConnectionSpec {
  /** What the names of its types begin with. */
  readonly prefix: string;
  readonly target: string;
  readonly description: string;
  readonly edgeDescription: string;
  readonly edgeFields: readonly FieldSpec[];
}

function declareConnection(types: Types, spec: ConnectionSpec): string {
  const { prefix, target, description } = spec;
  const { declare, classes } = types;
  const name = `${prefix}Connection`;
  if (classes.has(name)) return name;
  const node = named(types, target);
  const edge = declareEdge(types, spec, [cursor]);
  const fields: FieldSpec[] = [
    { name: 'nodes', type: listOf(node), description: 'The nodes of the page.' },
    {
      name: 'edges',
      type: () => [edge],
      description: 'The nodes of the page, each with the edge that leads to it.',
    },
    {
      name: 'pageInfo',
      type: named(types, 'PageInfo'),
      description: 'Whether there are other pages, and where this one begins and ends.',
    },
    { name: 'totalCount', type: () => Int, description: 'How many there are on all pages.' },
  ];
  classes.set(name, declare.objectType({ name, description, fields, implements: [] }));
  return name;
}

const cursor: FieldSpec = {
  name: 'cursor',
  type: () => String,
  description: 'Its place in the order, for `after` and `before`.',
};

/** @param place what says where it stands in a connection, if it does */
const declareEdge = (
  types: Types,
  { prefix, target, edgeDescription, edgeFields: own }: Omit<ConnectionSpec, 'description'>,
  place: readonly FieldSpec[],
) =>
  types.declare.objectType({
    name: `${prefix}Edge`,
    description: edgeDescription,
    fields: [
      { name: 'node', type: named(types, target), description: 'The node at the other end.' },
      ...place,
      ...own,
    ],
    implements: [],
  });

/**
 * The arguments of a connection.
 *
 * @param order the name of the input type of its order
 */
export const connectionArgs = (types: Types, target: string, order: string): ArgSpec[] => [
  {
    name: 'where',
    type: named(types, whereName(target)),
    description: 'Only those that fit.',
    nullable: true,
  },
  {
    name: 'orderBy',
    type: listOf(named(types, order)),
    description: 'The order: by the first key, then by the next; by id in the end.',
    nullable: true,
  },
  {
    name: 'first',
    type: () => Int,
    description: `At most so many, from the beginning or after \`after\`; ${String(defaultPageSize)} if left out.`,
    nullable: true,
  },
  { name: 'after', type: () => String, description: 'Begin after this cursor.', nullable: true },
  {
    name: 'last',
    type: () => Int,
    description: `At most so many, from the end or before \`before\`, in the order asked for. Not together with \`first\` or \`after\`.`,
    nullable: true,
  },
  {
    name: 'before',
    type: () => String,
    description: `End before this cursor. Without \`last\` it is the ${String(defaultPageSize)} before it.`,
    nullable: true,
  },
];

/** The argument that only the connections of relations have. */
export const edgeFilterArg = (types: Types, relation: Relation): ArgSpec => ({
  name: 'whereEdge',
  type: edgeWhere(types, relation),
  description: 'Only those whose edges fit; with `where`, both must hold.',
  nullable: true,
});

/** The arguments of relations to claims that stand for a condition of `where`. */
export const shorthandArgs = (types: Types, relation: Relation): ArgSpec[] =>
  shorthandsOf(types.model, relation).map(({ name, type, description }) => ({
    name,
    type: scalarOf(types, type),
    description: `Short for \`where: {${name}: {eq: …}}\`; both must hold. ${description}`,
    nullable: true,
  }));
