import type { NodeType, PropertyDeclaration, ScalarType } from '../../model';
import type { FieldSpec, TypeThunk } from './type-graphql';
import { listOf, named, scalarName, scalarOf, type Types } from './types';

/** `CorporationWhere` and the filters it is made of. */
export function declareWhere(types: Types, type: NodeType): void {
  const self = named(types, whereName(type.name));
  const fields: FieldSpec[] = [
    { name: 'AND', type: listOf(self), description: 'All of these hold.', nullable: true },
    { name: 'OR', type: listOf(self), description: 'At least one of these holds.', nullable: true },
    { name: 'NOT', type: self, description: 'This does not hold.', nullable: true },
    ...type.properties.map((property) => ({
      name: property.name,
      description: property.description,
      type: propertyFilter(types, property),
      nullable: true,
    })),
    ...type.relations.map(({ name, description, many, target }) => ({
      name,
      description,
      type: many ? relationFilter(types, target) : named(types, whereName(target)),
      nullable: true,
    })),
  ];
  const description = `Conditions on ${type.name}; all that are given must hold. A missing value fits no comparison.`;
  types.classes.set(
    whereName(type.name),
    types.declare.inputType({ name: whereName(type.name), description, fields }),
  );
}

export const whereName = (type: string): string => `${type}Where`;

/** The filter of relations to many that end at `target`. */
function relationFilter(types: Types, target: string): TypeThunk {
  const name = `${target}RelationFilter`;
  const type = named(types, whereName(target));
  return declareOnce(types, name, `Conditions on a relation to ${target}.`, () =>
    Object.entries(quantifiers).map(([quantifier, description]) => ({
      name: quantifier,
      description,
      type,
      nullable: true,
    })),
  );
}

const quantifiers = {
  some: 'At least one at the other end fits.',
  none: 'None at the other end fits; there may be none at all.',
  all: 'All at the other end fit; there may be none at all.',
  single: 'Exactly one at the other end fits.',
};

function propertyFilter(types: Types, { type, list }: PropertyDeclaration): TypeThunk {
  const value = scalarOf(types, type);
  const operators = list ? listOperators : operatorsOf(type);
  const name = `${scalarName(type)}${list ? 'List' : ''}Filter`;
  return declareOnce(types, name, `Conditions on a ${list ? 'list of ' : ''}${scalarName(type)}.`, () =>
    Object.entries(operators).map(([operator, { takes, description }]) => ({
      name: operator,
      description,
      type: takes === 'values' ? listOf(value) : takes === 'flag' ? () => Boolean : value,
      nullable: true,
    })),
  );
}

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
