import { orderName, type Edge, type NodeType, type PropertyDeclaration, type Relation } from '../../model';
import { conditionFamilies, functionFields } from './families';
import { whereName } from './filters';
import type { FieldSpec, TypeThunk } from './type-graphql';
import { inputFields, named, type Types } from './types';

const oneKey = 'exactly one of these.';

/** `CorporationOrder`: one key of an order of corporations, wherever they are listed. */
export function declareOrder(types: Types, type: NodeType): void {
  const description = `One key of an order of ${type.name}: ${oneKey}`;
  declare(types, orderName.ofType(type.name), description, nodeKeys(types, type));
}

/**
 * `CorporationPlantsOrder`: one key of an order in a relation whose edges have properties. Gives its name, or that of
 * the order of the target where the edges have none.
 */
export function declareRelationOrder(types: Types, relation: Relation): string {
  const { owner, name, target, edge } = relation;
  if (orderable(edge.properties).length === 0) return orderName.ofType(target);
  const own = orderName.ofRelation(owner, name);
  if (types.classes.has(own)) return own;
  const description = `One key of an order of ${owner}.${name}: ${oneKey}`;
  declare(types, own, description, [
    ...nodeKeys(types, types.model.type(target)),
    {
      name: 'edge',
      description: 'By a property of the edge that leads to it.',
      type: named(types, declareEdgeOrder(types, edge)),
      nullable: true,
    },
  ]);
  return own;
}

/** `OperatesOrder`: one key of an order by edges of the type `OPERATES`. */
function declareEdgeOrder(types: Types, { type, properties }: Edge): string {
  const name = orderName.ofEdge(type);
  if (!types.classes.has(name)) {
    const description = `A property of an edge ${type}: ${oneKey}`;
    declare(types, name, description, propertyKeys(types, properties));
  }
  return name;
}

function declare(types: Types, name: string, description: string, fields: FieldSpec[]): void {
  types.classes.set(name, types.declare.inputType({ name, description, fields }));
}

const nodeKeys = (types: Types, type: NodeType): FieldSpec[] => [
  ...propertyKeys(types, type.properties),
  ...type.relations.map(({ name, description, many, target }) => ({
    name,
    description,
    type: many ? relationOrder(types, target) : named(types, orderName.ofType(target)),
    nullable: true,
  })),
];

/** `PlantRelationOrder`: a figure of what a relation to many leads to. */
function relationOrder(types: Types, target: string): TypeThunk {
  const name = orderName.ofMany(target);
  if (types.classes.has(name)) return named(types, name);
  declare(types, name, `A figure of a relation to ${target}: ${oneKey}`, [
    {
      name: 'count',
      description: 'How many there are, or how many `where` fits.',
      type: named(types, 'SortDirection'),
      nullable: true,
    },
    ...functionFields(types, types.model.type(target), 'order', conditionFamilies),
    {
      name: 'where',
      description: 'What is counted and measured, beside the one figure.',
      type: named(types, whereName(target)),
      nullable: true,
    },
  ]);
  return named(types, name);
}

const propertyKeys = (types: Types, properties: readonly PropertyDeclaration[]): FieldSpec[] =>
  inputFields(types, orderable(properties), 'Order', () => named(types, 'SortDirection'));

/** A list has no place in an order. */
const orderable = (properties: readonly PropertyDeclaration[]): readonly PropertyDeclaration[] =>
  properties.filter(({ list }) => !list);
