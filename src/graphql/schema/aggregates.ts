import { Int } from 'type-graphql';
import { aggregateField, aggregateName, type NodeKind, type NodeType, type Relation } from '../../model';
import { defaultPageSize } from '../../plan';
import { conditionFamilies, functionFields, hasFigures } from './families';
import { declareFigureFilters, declareFigures } from './figures';
import { junctions, measuredEdge, propertyFilter, whereName } from './filters';
import type { ArgSpec, FieldSpec } from './type-graphql';
import { listOf, named, scalarOf, type Types } from './types';

/** Everything that aggregates of a type are asked for with and answered in. */
export function declareAggregates(types: Types, type: NodeType): void {
  declareFigures(types, type);
  declareFigureFilters(types, type);
  for (const relation of type.relations) {
    if (relation.many) declareFigureFilters(types, measuredEdge(relation), conditionFamilies);
  }
  declareOutputs(types, type);
  declareGroupBy(types, type);
  declareHaving(types, type);
  declareGroupOrder(types, type);
}

/** The root field beside that of a kind. */
export const declareRootAggregate = (types: Types, kind: NodeKind): void =>
  types.declare.query({
    name: aggregateField(kind.plural),
    description: `Figures over all ${kind.name} nodes that fit.`,
    type: named(types, aggregateName(kind.name, 'aggregate')),
    args: aggregateArgs(types, kind.name),
  });

/** The field beside that of a relation to many. */
export const relationAggregate = (types: Types, { name, description, target }: Relation): FieldSpec => ({
  name: aggregateField(name),
  description: `Figures over all that fit: ${description}`,
  type: named(types, aggregateName(target, 'aggregate')),
  args: aggregateArgs(types, target),
});

const aggregateArgs = (types: Types, target: string): ArgSpec[] => [
  {
    name: 'where',
    type: named(types, whereName(target)),
    description: 'Only those that fit.',
    nullable: true,
  },
  {
    name: 'groupBy',
    type: named(types, aggregateName(target, 'groupBy')),
    description: 'What `groups` are made by.',
    nullable: true,
  },
  {
    name: 'having',
    type: named(types, aggregateName(target, 'having')),
    description: 'Only groups that fit.',
    nullable: true,
  },
  {
    name: 'orderBy',
    type: listOf(named(types, aggregateName(target, 'groupOrder'))),
    description:
      'The order of the groups: by the first key, then by the next; in the end by what they are grouped by.',
    nullable: true,
  },
  {
    name: 'first',
    type: () => Int,
    description: 'How many groups at most; of no effect on the other figures.',
    defaultValue: defaultPageSize,
  },
];

function declareOutputs(types: Types, type: NodeType): void {
  const { declare, classes } = types;
  const set = (spec: { name: string; description: string; fields: FieldSpec[] }) =>
    classes.set(spec.name, declare.objectType({ ...spec, implements: [] }));
  const count: FieldSpec = { name: 'count', description: 'How many nodes there are.', type: () => Int };
  const figures = [count, ...functionFields(types, type, 'output')];
  const group = aggregateName(type.name, 'group');
  const key = aggregateName(type.name, 'groupKey');
  set({
    name: aggregateName(type.name, 'aggregate'),
    description: `Figures over ${type.name} nodes, each counted once.`,
    fields: [
      ...figures,
      {
        name: 'groups',
        description: 'The groups that `groupBy` makes of them; a mistake without it.',
        type: listOf(named(types, group)),
      },
      {
        name: 'groupCount',
        description: 'How many groups fit `having`, whatever `first` is.',
        type: () => Int,
      },
    ],
  });
  set({
    name: group,
    description: `Figures over the ${type.name} nodes of one group.`,
    fields: [{ name: 'key', description: 'What they have in common.', type: named(types, key) }, ...figures],
  });
  set({
    name: key,
    description: `What the ${type.name} nodes of a group have in common. Only what they are grouped by can be asked for.`,
    fields: keyFields(type, 'groupKey', (property) => scalarOf(types, property.type), types),
  });
}

function declareGroupBy(types: Types, type: NodeType): void {
  const name = aggregateName(type.name, 'groupBy');
  const description = `What to group by: at least one value of ${type.name}, or of what relations to one lead to. \`false\` is as if left out.`;
  const fields = keyFields(type, 'groupBy', () => () => Boolean, types);
  types.classes.set(name, types.declare.inputType({ name, description, fields }));
}

/** The properties of a type that have figures, and through its relations to one those of others. */
function keyFields(
  type: NodeType,
  part: 'groupKey' | 'groupBy' | 'groupKeyOrder',
  leaf: (property: NodeType['properties'][number]) => FieldSpec['type'],
  types: Types,
): FieldSpec[] {
  const properties = type.properties.filter(hasFigures).map((property) => ({
    name: property.name,
    description: property.description,
    type: leaf(property),
    nullable: true,
  }));
  const relations = type.relations
    .filter(({ many }) => !many)
    .map(({ name, description, target }) => ({
      name,
      description,
      type: named(types, aggregateName(target, part)),
      nullable: true,
    }));
  return [...properties, ...relations];
}

function declareHaving(types: Types, type: NodeType): void {
  const name = aggregateName(type.name, 'having');
  const self = named(types, name);
  const count = propertyFilter(types, { type: 'int', list: false });
  const fields: FieldSpec[] = [
    ...junctions(self),
    { name: 'count', type: count, description: 'How many nodes are in the group.', nullable: true },
    ...functionFields(types, type, 'filter'),
  ];
  const description = `Conditions on groups of ${type.name} nodes; all that are given must hold. A missing figure fits no comparison.`;
  types.classes.set(name, types.declare.inputType({ name, description, fields }));
}

function declareGroupOrder(types: Types, type: NodeType): void {
  const { declare, classes } = types;
  const direction = named(types, 'SortDirection');
  const key = aggregateName(type.name, 'groupKeyOrder');
  const keyOrder = {
    name: key,
    description: `A value that groups of ${type.name} are made by: exactly one, and its direction.`,
    fields: keyFields(type, 'groupKeyOrder', () => direction, types),
  };
  const name = aggregateName(type.name, 'groupOrder');
  const order = {
    name,
    description: `One key of an order of groups of ${type.name}: exactly one figure or value, and its direction.`,
    fields: [
      { name: 'count', type: direction, description: 'How many nodes are in the group.', nullable: true },
      ...functionFields(types, type, 'order'),
      { name: 'key', type: named(types, key), description: 'What the group is made by.', nullable: true },
    ],
  };
  for (const input of [keyOrder, order]) classes.set(input.name, declare.inputType(input));
}
