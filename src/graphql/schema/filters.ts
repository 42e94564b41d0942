import type { NodeType, PropertyDeclaration, Relation, ScalarType } from '../../model';
import { conditionFamilies, functionFields, type Measurable } from './families';
import type { FieldSpec, TypeThunk } from './type-graphql';
import { inputFields, listOf, named, scalarName, scalarOf, type Types } from './types';

/** `CorporationWhere` and the filters it is made of. */
export function declareWhere(types: Types, type: NodeType): void {
  const fields: FieldSpec[] = [
    ...junctions(named(types, whereName(type.name))),
    ...propertyConditions(types, type.properties),
    ...type.relations.flatMap((relation) => relationConditions(types, relation)),
  ];
  const description = `Conditions on ${type.name}; all that are given must hold. A missing value fits no comparison.`;
  types.classes.set(
    whereName(type.name),
    types.declare.inputType({ name: whereName(type.name), description, fields }),
  );
}

export const whereName = (type: string): string => `${type}Where`;

/** What every condition can be put together from. */
export const junctions = (self: TypeThunk): FieldSpec[] => [
  { name: 'AND', type: listOf(self), description: 'All of these hold.', nullable: true },
  { name: 'OR', type: listOf(self), description: 'At least one of these holds.', nullable: true },
  { name: 'NOT', type: self, description: 'This does not hold.', nullable: true },
];

const propertyConditions = (types: Types, properties: readonly PropertyDeclaration[]): FieldSpec[] =>
  inputFields(types, properties, 'Where', (property) => propertyFilter(types, property));

/** A relation is asked for by what is at its other end, and by the edge that leads there. */
function relationConditions(types: Types, relation: Relation): FieldSpec[] {
  const { name, description, many, target } = relation;
  const node = named(types, whereName(target));
  const edge = edgeWhere(types, relation);
  return [
    {
      name,
      description,
      type: many ? relationFilter(types, types.model.type(target), `a relation to ${target}`, node) : node,
      nullable: true,
    },
    {
      name: `${name}Edge`,
      description: `${description} Conditions on the edge; on the node by \`node\`.`,
      type: many
        ? relationFilter(types, measuredEdge(relation), `the edges of ${relation.owner}.${name}`, edge)
        : edge,
      nullable: true,
    },
  ];
}

/** The filter of a relation to many, whose other ends are asked for by conditions of the type `condition`. */
function relationFilter(types: Types, measurable: Measurable, what: string, condition: TypeThunk): TypeThunk {
  const name = `${measurable.name}RelationFilter`;
  return declareOnce(types, name, `Conditions on ${what}; all that are given must hold.`, () => [
    ...Object.entries(quantifiers).map(([quantifier, description]) => ({
      name: quantifier,
      description,
      type: condition,
      nullable: true,
    })),
    ...measureConditions(types, measurable, condition),
  ]);
}

/** Conditions on how many there are at the other ends, and on their figures. */
const measureConditions = (types: Types, measurable: Measurable, condition: TypeThunk): FieldSpec[] => [
  {
    name: 'count',
    description: 'How many there are, or how many `where` fits.',
    type: propertyFilter(types, { type: 'int', list: false }),
    nullable: true,
  },
  ...functionFields(types, measurable, 'filter', conditionFamilies),
  {
    name: 'where',
    description: 'What is counted and measured; a mistake without `count` or a figure.',
    type: condition,
    nullable: true,
  },
];

/** The edges of a relation as what is measured. */
export const measuredEdge = (relation: Relation): Measurable => ({
  name: `${relationPrefix(relation)}Edge`,
  properties: relation.edge.properties,
});

/** `CorporationPlantsEdgeWhere`: conditions on an edge of a relation and on the node that it leads to. */
export function edgeWhere(types: Types, relation: Relation): TypeThunk {
  const { owner, name, target, edge } = relation;
  const typeName = `${relationPrefix(relation)}EdgeWhere`;
  const description = `Conditions on the edges of ${owner}.${name}; all that are given must hold.`;
  return declareOnce(types, typeName, description, () => [
    ...junctions(named(types, typeName)),
    {
      name: 'node',
      description: 'The node at the other end.',
      type: named(types, whereName(target)),
      nullable: true,
    },
    ...propertyConditions(types, edge.properties),
  ]);
}

/** What the names of types for one relation begin with: `CorporationPlants`. */
export const relationPrefix = ({ owner, name }: Relation): string =>
  `${owner}${name[0]!.toUpperCase()}${name.slice(1)}`;

const quantifiers = {
  some: 'At least one at the other end fits.',
  none: 'None at the other end fits; there may be none at all.',
  all: 'All at the other end fit; there may be none at all.',
  single: 'Exactly one at the other end fits.',
};

/** The filter of a property, or of any other value of a type. */
export function propertyFilter(
  types: Types,
  { type, list }: Pick<PropertyDeclaration, 'type' | 'list'>,
): TypeThunk {
  const operators = list ? listOperators : operatorsOf(type);
  const of = scalarName(type);
  const name = `${of}${list ? 'List' : ''}Filter`;
  const description = `Conditions on ${list ? 'lists of ' : ''}values of the type ${of}; all that are given must hold.`;
  return declareOnce(types, name, description, () => [
    ...operatorFields(types, type, operators),
    ...(type === 'text' && !list ? [caseInsensitive(types)] : []),
  ]);
}

const operatorFields = (
  types: Types,
  type: ScalarType,
  operators: Readonly<Record<string, OperatorSpec>>,
): FieldSpec[] =>
  Object.entries(operators).map(([operator, { takes, description }]) => {
    const value = scalarOf(types, type);
    return {
      name: operator,
      description,
      type: takes === 'values' ? listOf(value) : takes === 'flag' ? () => Boolean : value,
      nullable: true,
    };
  });

/** Only of texts: an id is written in one way, and the index that finds it knows no other. */
const caseInsensitive = (types: Types): FieldSpec => ({
  name: 'caseInsensitive',
  description: 'The same in any case: both sides are compared in lower case.',
  type: declareOnce(
    types,
    'StringCaseInsensitiveFilter',
    'Conditions on texts in any case; all that are given must hold.',
    () => operatorFields(types, 'text', textInAnyCase),
  ),
  nullable: true,
});

interface OperatorSpec {
  readonly takes: 'value' | 'values' | 'flag';
  readonly description: string;
}

const equality = {
  eq: { takes: 'value', description: 'Equal. `null` asks for a missing value.' },
  in: { takes: 'values', description: 'Equal to one of these.' },
  isNull: { takes: 'flag', description: '`true`: the value is missing. `false`: there is one.' },
} satisfies Record<string, OperatorSpec>;

const comparison = {
  lt: { takes: 'value', description: 'Less than.' },
  lte: { takes: 'value', description: 'Less than or equal.' },
  gt: { takes: 'value', description: 'Greater than.' },
  gte: { takes: 'value', description: 'Greater than or equal.' },
} satisfies Record<string, OperatorSpec>;

const text = {
  contains: { takes: 'value', description: 'Has this text in it, in the same case.' },
  startsWith: { takes: 'value', description: 'Begins with this text, in the same case.' },
  endsWith: { takes: 'value', description: 'Ends with this text, in the same case.' },
} satisfies Record<string, OperatorSpec>;

const textInAnyCase = {
  eq: { takes: 'value', description: 'Equal in any case. `null` asks for a missing value.' },
  in: { takes: 'values', description: 'Equal to one of these in any case.' },
  contains: { takes: 'value', description: 'Has this text in it, in any case.' },
  startsWith: { takes: 'value', description: 'Begins with this text, in any case.' },
  endsWith: { takes: 'value', description: 'Ends with this text, in any case.' },
} satisfies Record<string, OperatorSpec>;

const listOperators: Record<string, OperatorSpec> = {
  includes: { takes: 'value', description: 'Has this value in it.' },
};

function operatorsOf(type: ScalarType): Record<string, OperatorSpec> {
  if (typeof type === 'object' || type === 'flag') return equality;
  if (type === 'text' || type === 'id') return { ...equality, ...text, ...comparison };
  return { ...equality, ...comparison };
}

function declareOnce(types: Types, name: string, description: string, fields: () => FieldSpec[]): TypeThunk {
  if (!types.classes.has(name)) {
    types.classes.set(name, types.declare.inputType({ name, description, fields: fields() }));
  }
  return named(types, name);
}
