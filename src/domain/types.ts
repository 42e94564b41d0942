/**
 * The TypeScript types of relations. They are only types: a decorated property must not name the class of another kind
 * as a value, or circular modules would touch a class before it exists.
 */
export type One<T> = T | undefined;
export type Many<T> = readonly T[];
