import type { GraphQLSchema } from 'graphql';
import { ID } from 'type-graphql';
import { orderName, type GraphModel, type NodeKind, type NodeType } from '../../model';
import { declareAggregates, declareRootAggregate, relationAggregate } from './aggregates';
import { citationFields } from './citations';
import {
  connectionArgs,
  declarePaging,
  declareRelationConnection,
  declareRootConnection,
  edgeFilterArg,
  edgeToOne,
  shorthandArgs,
} from './connections';
import { declareWhere } from './filters';
import { declareOrder, declareRelationOrder } from './orders';
import { declareExposure } from './exposure';
import { declareFinding } from './find';
import { declareHistory } from './history';
import { declareIdentity } from './identity';
import { declareSearches } from './search';
import { declareSchema, type FieldSpec } from './type-graphql';
import { listOf, named, propertyFields, type Types } from './types';

/** The GraphQL schema of a model. */
export function buildSchema(model: GraphModel): GraphQLSchema {
  return declareSchema((declare) => {
    const types: Types = { declare, model, classes: new Map() };
    for (const { name, description, values } of model.choices) {
      types.classes.set(name, declare.enumType(name, description, values));
    }
    declarePaging(types);
    for (const type of [...model.interfaces, ...model.kinds]) {
      declareWhere(types, type);
      declareOrder(types, type);
      declareAggregates(types, type);
      declareNodeType(types, type);
    }
    for (const kind of model.kinds) declareRootFields(types, kind);
    declareNodeFields(types);
  });
}

function declareNodeType(types: Types, type: NodeType): void {
  const { declare, classes } = types;
  const { name, description } = type;
  const fields = [
    ...propertyFields(types, type.properties),
    ...citationFields(types, type.citations),
    ...relationFields(types, type),
  ];
  const spec = {
    name,
    description,
    fields,
    implements: type.interfaces.map((at) => classes.get(at) as never),
  };
  classes.set(name, type.kind === 'interface' ? declare.interfaceType(spec) : declare.objectType(spec));
}

const relationFields = (types: Types, type: NodeType): FieldSpec[] =>
  type.relations.flatMap((relation) => {
    const { name, description, target } = relation;
    if (!relation.many)
      return [
        { name, description, type: named(types, target), nullable: true },
        ...edgeToOne(types, relation),
      ];
    const connection = declareRelationConnection(types, relation);
    const order = declareRelationOrder(types, relation);
    const args = [
      ...connectionArgs(types, target, order),
      edgeFilterArg(types, relation),
      ...shorthandArgs(types, relation),
    ];
    return [{ name, description, type: named(types, connection), args }, relationAggregate(types, relation)];
  });

function declareRootFields(types: Types, kind: NodeKind): void {
  types.declare.query({
    name: kind.singular,
    description: `${kind.description} Null for an id that is not there.`,
    type: named(types, kind.name),
    nullable: true,
    args: [{ name: 'id', type: () => ID, description: `Its id: \`${kind.slug}/…\`.` }],
  });
  types.declare.query({
    name: kind.plural,
    description: `All that fit: ${kind.description}`,
    type: named(types, declareRootConnection(types, kind)),
    args: connectionArgs(types, kind.name, orderName.ofType(kind.name)),
  });
  declareRootAggregate(types, kind);
}

/** Root fields for nodes of any kind, by the interface that all kinds have in common. */
function declareNodeFields(types: Types): void {
  const common = types.model.interfaces.find((type) => type.kinds.length === types.model.kinds.length);
  if (common === undefined) return;
  declareSearches(types, common.name);
  declareExposure(types, common.name);
  declareHistory(types, common.name);
  declareFinding(types, common.name);
  declareIdentity(types, common.name);
  const entity = named(types, common.name);
  types.declare.query({
    name: 'node',
    description: 'The node of an id, of whatever kind. Null for an id that is not there.',
    type: entity,
    nullable: true,
    args: [{ name: 'id', type: () => ID, description: 'Its id: `kind/slug`.' }],
  });
  types.declare.query({
    name: 'nodes',
    description: 'The nodes of these ids, in their order; null for each id that is not there.',
    type: listOf(entity),
    nullable: 'items',
    args: [
      { name: 'ids', type: listOf(() => ID), description: 'Their ids, at most as many as a page holds.' },
    ],
  });
}
