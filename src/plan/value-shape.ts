import type { PropertyDeclaration } from '../model';

/** The name of a type that has no kinds: the query itself, a connection, an edge. */
export interface TypenameShape {
  readonly kind: 'typename';
  readonly key: string;
  readonly name: string;
}

/** What the schema promises of a value. */
export type ValueType = Pick<PropertyDeclaration, 'type' | 'list' | 'required'>;
