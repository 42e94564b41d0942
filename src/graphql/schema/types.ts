import { Float, ID, Int } from 'type-graphql';
import type { Choice, GraphModel, PropertyDeclaration, ScalarType } from '../../model';
import { InstantScalar, PartialDateScalar } from './scalars';
import type { SchemaDeclarations, TypeThunk } from './type-graphql';

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
export const propertyField = (types: Types, property: PropertyDeclaration) => ({
  name: property.name,
  description: property.description,
  type: property.list ? listOf(scalarOf(types, property.type)) : scalarOf(types, property.type),
  nullable: !property.required && !property.list,
});
