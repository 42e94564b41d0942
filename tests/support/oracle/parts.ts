import type { PropertyDeclaration } from '../../../src/model';

/** The name of the property that the schema shows by a name, perhaps in an object that a field holds. */
export const storedName = (
  properties: readonly PropertyDeclaration[],
  field: string,
  within?: string,
): string | undefined =>
  properties.find(({ name, part }) =>
    within === undefined
      ? part === undefined && name === field
      : part?.of.field === within && part.name === field,
  )?.name;

/** The names of what the object in a field holds, each with that of its property. */
export const partsIn = (
  properties: readonly PropertyDeclaration[],
  field: string,
): readonly (readonly [shown: string, stored: string])[] =>
  properties.flatMap(({ name, part }) => (part?.of.field === field ? [[part.name, name] as const] : []));
