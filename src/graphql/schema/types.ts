import { Float, ID, Int } from 'type-graphql';
import {
  compositesOf,
  partsOf,
  shownProperties,
  type Choice,
  type GraphModel,
  type PropertyDeclaration,
  type ScalarType,
} from '../../model';
import { InstantScalar, PartialDateScalar } from './scalars';
import type { FieldSpec, SchemaDeclarations, TypeThunk } from './type-graphql';

/** The classes and enums made for one schema, by the names they have in it. */
export interface Types {
  readonly declare: SchemaDeclarations;
  readonly model: GraphModel;
  readonly classes: Map<string, unknown>;
}

/** A thunk for a generated type that may not be made yet. */
export const named =
  (types: Types, name: string): TypeThunk =>
  () => {
    const found = types.classes.get(name);
    if (found === undefined) throw new Error(`Schema: ${name} was never declared.`);
    return found;
  };

export const listOf =
  (type: TypeThunk): TypeThunk =>
  () => [type()];

/** The GraphQL scalar or enum of a property, not counting lists. */
export function scalarOf(types: Types, type: ScalarType): TypeThunk {
  if (typeof type === 'object') return named(types, type.name);
  return () => scalars[type].type;
}

/** How a scalar is called in the name of its filter. */
export const scalarName = (type: ScalarType): string =>
  typeof type === 'object' ? type.name : scalars[type].name;

const scalars: Record<Exclude<ScalarType, Choice>, { name: string; type: unknown }> = {
  id: { name: 'ID', type: ID },
  text: { name: 'String', type: String },
  int: { name: 'Int', type: Int },
  decimal: { name: 'Float', type: Float },
  flag: { name: 'Boolean', type: Boolean },
  date: { name: 'PartialDate', type: PartialDateScalar },
  instant: { name: 'DateTimeISO', type: InstantScalar },
};

/** The field that shows a property of a node or an edge. A list is never null, only empty. */
const propertyField = (
  types: Types,
  { name, part, description, ...property }: PropertyDeclaration,
): FieldSpec => ({
  name: part?.name ?? name,
  description,
  type: property.list ? listOf(scalarOf(types, property.type)) : scalarOf(types, property.type),
  nullable: !property.required && !property.list,
});

/** The fields that show the properties of a node or an edge, some of them in objects of their own. */
export const propertyFields = (types: Types, properties: readonly PropertyDeclaration[]): FieldSpec[] => [
  ...shownProperties(properties).map((property) => propertyField(types, property)),
  ...compositesOf(properties).map(({ type, field, description }) => {
    if (!types.classes.has(type)) {
      const fields = partsOf(properties, field).map((property) => propertyField(types, property));
      types.classes.set(type, types.declare.objectType({ name: type, description, fields, implements: [] }));
    }
    return { name: field, description, type: named(types, type) };
  }),
];

/**
 * The fields of an input that speak of properties: what `typeOf` gives for each, and for those in objects of their own an
 * input for each such object, of that ending.
 */
export const inputFields = (
  types: Types,
  properties: readonly PropertyDeclaration[],
  ending: 'Where' | 'Order',
  typeOf: (property: PropertyDeclaration) => TypeThunk,
): FieldSpec[] => {
  const field = (property: PropertyDeclaration): FieldSpec => ({
    name: property.part?.name ?? property.name,
    description: property.description,
    type: typeOf(property),
    nullable: true,
  });
  const composites = compositesOf(properties).map(({ type, field: name, description }): FieldSpec => {
    const input = `${type}${ending}`;
    if (!types.classes.has(input)) {
      const fields = partsOf(properties, name).map(field);
      types.classes.set(input, types.declare.inputType({ name: input, description: inputs[ending], fields }));
    }
    return { name, description, type: named(types, input), nullable: true };
  });
  return [...shownProperties(properties).map(field), ...composites];
};

const inputs = {
  Where: 'Conditions on these; all that are given must hold.',
  Order: 'One of these to order by: exactly one.',
};
