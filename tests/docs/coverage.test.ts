import {
  getNamedType,
  isInputObjectType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLNamedType,
} from 'graphql';
import { model } from '../../src/domain';
import { buildSchema } from '../../src/graphql';
import { examples } from './examples';

/**
 * What a type of the schema is for, which is how its name ends once the names of the model are left out: there are many
 * like `PlantWhere`, and one example of a `Where` is enough. Undefined for kinds and the like.
 */
const roleOf = ({ name }: GraphQLNamedType): string | undefined =>
  /(?:Edge)?(?:RelationFilter|NumbersFilter|ExtremesFilter|Where)$/.exec(name)?.[0] ??
  /(?:Case[Ii]nsensitiveFilter|ListFilter|DistinctFilter|Filter)$/.exec(name)?.[0] ??
  /(?:Having|GroupBy|GroupKeyOrder|GroupOrder|RelationOrder|NumbersOrder)$/.exec(name)?.[0] ??
  /(?:ExtremesOrder|DistinctOrder|Order|Aggregate|GroupKey|Group|Numbers)$/.exec(name)?.[0] ??
  /(?:Extremes|DistinctCounts|Connection|Edge|PageInfo)$/.exec(name)?.[0];

const types = [...model.kinds, ...model.interfaces];
const relations = types.flatMap((type) => type.relations);
const properties = [
  ...types.flatMap((type) => type.properties),
  ...relations.flatMap(({ edge }) => edge.properties),
];
const propertyNames = new Set(properties.map(({ name }) => name));
const relationNames = new Set(relations.map(({ name }) => name));
const edgeNames = new Set([...relationNames].map((name) => `${name}Edge`));

/** A property stands for all properties, a relation for all relations. */
function memberOf(field: string): string {
  if (propertyNames.has(field)) return '<property>';
  if (relationNames.has(field)) return '<relation>';
  return edgeNames.has(field) ? '<relation>Edge' : field;
}

/** `RelationFilter.some`, `Aggregate(groupBy)`; nothing where the type has no such role. */
const place = (type: GraphQLNamedType, write: (role: string) => string): string[] => {
  const role = roleOf(type);
  return role === undefined ? [] : [write(role)];
};
const fieldPlace = (type: GraphQLNamedType, field: string) =>
  place(type, (role) => `${role}.${memberOf(field)}`);
const argumentPlace = (type: GraphQLNamedType, argument: string) =>
  place(type, (role) => `${role}(${argument})`);

const schema = buildSchema(model);

/** All that can be asked with, and for, in filters, orders, pages and aggregates. */
function placesOfSchema(): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isInputObjectType(type))
      return Object.keys(type.getFields()).flatMap((field) => fieldPlace(type, field));
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap(({ name, args, type: result }) => [
      ...fieldPlace(type, name),
      ...args.flatMap((argument) => argumentPlace(getNamedType(result), argument.name)),
    ]);
  });
}

function placesOf(query: string): string[] {
  const used: string[] = [];
  const info = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(info, {
    Field: ({ name }) => {
      used.push(...fieldPlace(info.getParentType()!, name.value));
    },
    Argument: ({ name }) => {
      used.push(...argumentPlace(getNamedType(info.getType()!), name.value));
    },
    ObjectField: ({ name }) => {
      used.push(...fieldPlace(getNamedType(info.getParentInputType()!), name.value));
    },
  });
  visit(parse(query), visitor);
  return used;
}

test('all that queries can be asked with has an example', () => {
  const used = new Set(examples.flatMap(({ query }) => placesOf(query)));
  const without = new Set(placesOfSchema().filter((known) => !used.has(known)));
  expect([...without].toSorted()).toEqual([]);
});

test('the places are told apart', () => {
  const known = placesOfSchema();
  expect(known).toEqual(
    expect.arrayContaining([
      'Filter.endsWith',
      'CaseInsensitiveFilter.contains',
      'EdgeRelationFilter.single',
      'Where.<relation>Edge',
      'Connection(before)',
      'Connection(whereEdge)',
      'Aggregate(having)',
      'Aggregate.groupCount',
      'Group.key',
      'GroupOrder.key',
      'RelationOrder.where',
    ]),
  );
});
