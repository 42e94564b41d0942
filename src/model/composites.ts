import type { Composite, PropertyDeclaration } from './declarations';

/** The properties that the schema shows by their own names. */
export const shownProperties = <T extends PropertyDeclaration>(properties: readonly T[]): readonly T[] =>
  properties.filter(({ part }) => part === undefined);

/** The objects in which the schema shows the others. */
export const compositesOf = (properties: readonly PropertyDeclaration[]): readonly Composite[] => [
  ...new Set(properties.flatMap(({ part }) => part?.of ?? [])),
];

/** The properties that the schema shows in the object that a field holds, in their order. */
export const partsOf = <T extends PropertyDeclaration>(
  properties: readonly T[],
  field: string,
): readonly T[] => properties.filter(({ part }) => part?.of.field === field);

/** The property that is shown under a name in the object that a field holds. */
export const partNamed = <T extends PropertyDeclaration>(
  properties: readonly T[],
  field: string,
  name: string,
): T | undefined => partsOf(properties, field).find(({ part }) => part?.name === name);
