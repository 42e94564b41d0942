import { Int } from 'type-graphql';
import type { NodeType, Relation } from '../../model';
import { edgeWhere, relationPrefix, whereName } from './filters';
import type { ArgSpec, FieldSpec } from './type-graphql';
import { listOf, named, propertyField, type Types } from './types';

/** How many a page holds when a request does not say. */
export const defaultPageSize = 25;

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
    { name: 'hasNextPage', type: () => Boolean, description: 'Whether more follow.' },
    { name: 'hasPreviousPage', type: () => Boolean, description: 'Whether the page begins after a cursor.' },
    { name: 'startCursor', type: () => String, description: 'The cursor of the first.', nullable: true },
    {
      name: 'endCursor',
      type: () => String,
      description: 'The cursor of the last: `after` it the next page begins.',
      nullable: true,
    },
  ];
  classes.set(
    'PageInfo',
    declare.objectType({ name: 'PageInfo', description: 'A page.', fields, implements: [] }),
  );
}

/** `CorporationOrder`: one key of an order. */
export function declareOrder(types: Types, type: NodeType): void {
  const name = orderName(type.name);
  const fields = type.properties
    .filter((property) => !property.list)
    .map(({ name: property, description }) => ({
      name: property,
      description,
      type: named(types, 'SortDirection'),
      nullable: true,
    }));
  const description = `One key of an order of ${type.name}: exactly one property and its direction.`;
  types.classes.set(name, types.declare.inputType({ name, description, fields }));
}

const orderName = (type: string): string => `${type}Order`;

/** The connection of a root field that lists a kind. */
export function declareRootConnection(types: Types, { name }: NodeType): string {
  const description = `All ${name} nodes that fit.`;
  return declareConnection(types, {
    prefix: name,
    target: name,
    description,
    edgeDescription: `${description} One of them.`,
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
    edgeFields: [
      ...edge.properties.map((property) => propertyField(types, property)),
      ...edge.citations.map((citation) => ({
        name: citation.name,
        description: citation.description,
        type: listOf(named(types, citation.target)),
      })),
    ],
  });
}

interface ConnectionSpec {
  /** What the names of its types begin with. */
  readonly prefix: string;
  readonly target: string;
  readonly description: string;
  readonly edgeDescription: string;
  readonly edgeFields: readonly FieldSpec[];
}

function declareConnection(types: Types, spec: ConnectionSpec): string {
  const { prefix, target, description, edgeDescription, edgeFields } = spec;
  const { declare, classes } = types;
  const name = `${prefix}Connection`;
  if (classes.has(name)) return name;
  const node = named(types, target);
  const edge = declare.objectType({
    name: `${prefix}Edge`,
    description: edgeDescription,
    fields: [
      { name: 'node', type: node, description: 'The node at the other end.' },
      { name: 'cursor', type: () => String, description: 'Its place in the connection and order.' },
      ...edgeFields,
    ],
    implements: [],
  });
  const fields: FieldSpec[] = [
    { name: 'nodes', type: listOf(node), description: 'The nodes of the page.' },
    {
      name: 'edges',
      type: () => [edge],
      description: 'The nodes of the page, each with the edge that leads to it.',
    },
    { name: 'pageInfo', type: named(types, 'PageInfo'), description: 'Where the page stands.' },
    { name: 'totalCount', type: () => Int, description: 'How many there are on all pages.' },
  ];
  classes.set(name, declare.objectType({ name, description, fields, implements: [] }));
  return name;
}

/** The arguments of every connection. */
export const connectionArgs = (types: Types, target: string): ArgSpec[] => [
  {
    name: 'where',
    type: named(types, whereName(target)),
    description: 'Only those that fit.',
    nullable: true,
  },
  {
    name: 'orderBy',
    type: listOf(named(types, orderName(target))),
    description: 'The order: by the first key, then by the next; by id in the end.',
    nullable: true,
  },
  { name: 'first', type: () => Int, description: 'How many at most.', defaultValue: defaultPageSize },
  { name: 'after', type: () => String, description: 'Begin after this cursor.', nullable: true },
];

/** The argument that only the connections of relations have. */
export const edgeFilterArg = (types: Types, relation: Relation): ArgSpec => ({
  name: 'whereEdge',
  type: edgeWhere(types, relation),
  description: 'Only those whose edges fit; with `where`, both must hold.',
  nullable: true,
});
