import type { PropertyDeclaration } from '../model';
import type { AggregateShape } from './aggregate-shape';
import type { Ahead } from './parameter';
import type { PageDirection } from './plan';
import type { TypenameShape } from './value-shape';

/**
 * How the fetched sets are laid out in the answer: one shape for each selection set, keyed by response names. Several
 * shapes may read the same level (`nodes` and `edges.node` of one connection).
 */
export type RootShape =
  /** The node of an id, null where there is none. `id` names its parameter. */
  | {
      readonly kind: 'single';
      readonly key: string;
      readonly root: number;
      readonly id: string;
      readonly object: ObjectShape;
    }
  /** In the order of the ids asked for, null for an id that is not there. */
  | {
      readonly kind: 'listed';
      readonly key: string;
      readonly root: number;
      readonly ids: string;
      readonly object: ObjectShape;
    }
  | {
      readonly kind: 'connection';
      readonly key: string;
      readonly root: number;
      readonly connection: ConnectionShape;
    }
  | AggregateFieldShape
  | { readonly kind: 'found'; readonly key: string; readonly fields: readonly FoundField[] }
  | TypenameShape;

/** The aggregate of a root field, or of a relation. */
interface AggregateFieldShape {
  readonly kind: 'aggregate';
  readonly key: string;
  readonly aggregate: AggregateShape;
}

/** A property of a node or an edge. */
export interface PropertyShape {
  readonly kind: 'property';
  readonly key: string;
  readonly property: PropertyDeclaration;
}

/** Several properties of a node or an edge in an object of their own. */
export interface CompositeShape {
  readonly kind: 'composite';
  readonly key: string;
  readonly fields: readonly (PropertyShape | TypenameShape)[];
}

/** The nodes whose ids a property of a node or an edge lists, in the order of their ids. */
export interface CitationShape {
  readonly kind: 'citation';
  readonly key: string;
  readonly property: string;
  readonly object: ObjectShape;
  /** The expansion that leads on from what the property lists, where the nodes are those at its end. */
  readonly through: number | undefined;
  /** The parameters that say after which id they begin, and how many they are at most. */
  readonly after: string | undefined;
  readonly limit: string | undefined;
}

/** The field of an assembled object that says of which kind its node is. It cannot clash with a response name. */
export const kindKey = Symbol('kind');

/** An object of a level. Which variant holds depends on the kind of the node. */
export interface ObjectShape {
  readonly level: number;
  readonly variants: readonly Variant[];
}

export interface Variant {
  readonly kinds: readonly string[];
  readonly fields: readonly FieldShape[];
}

export type FieldShape =
  | PropertyShape
  | CompositeShape
  | CitationShape
  /** The kind of the node. */
  | { readonly kind: 'typename'; readonly key: string }
  | { readonly kind: 'one'; readonly key: string; readonly expand: number; readonly object: ObjectShape }
  /** The edge to the node of a relation to one. */
  | {
      readonly kind: 'edge';
      readonly key: string;
      readonly expand: number;
      readonly fields: readonly EdgeField[];
    }
  | {
      readonly kind: 'many';
      readonly key: string;
      readonly expand: number;
      readonly connection: ConnectionShape;
    }
  | AggregateFieldShape;

export interface ConnectionShape {
  /** What a cursor of this connection is bound to: the relation and its order. */
  readonly identity: string;
  /** Where the values that make a cursor stand, in the order of the keys. */
  readonly cursorValues: readonly CursorValue[];
  readonly level: number;
  /** Without it nothing but the count is asked for. */
  readonly page: PageShape | undefined;
  readonly fields: readonly ConnectionField[];
}

export interface PageShape {
  /** The parameter with the page size and what is read ahead. */
  readonly limit: string;
  readonly ahead: Ahead;
  readonly direction: PageDirection;
  /** Whether the page begins after a cursor or, backward, ends before one. */
  readonly hasCursor: boolean;
}

/** In the row of the node, in that of its edge, or behind the latter as the computed value of that number. */
export type CursorValue =
  | { readonly kind: 'node'; readonly property: string }
  | { readonly kind: 'edge'; readonly property: string }
  | { readonly kind: 'computed'; readonly at: number };

export type ConnectionField =
  | { readonly kind: 'nodes'; readonly key: string; readonly object: ObjectShape }
  | { readonly kind: 'edges'; readonly key: string; readonly fields: readonly EdgeField[] }
  | { readonly kind: 'pageInfo'; readonly key: string; readonly fields: readonly PageInfoField[] }
  | { readonly kind: 'totalCount'; readonly key: string }
  | TypenameShape;

export type EdgeField =
  | { readonly kind: 'node'; readonly key: string; readonly object: ObjectShape }
  | { readonly kind: 'cursor'; readonly key: string }
  | PropertyShape
  | CompositeShape
  | CitationShape
  | TypenameShape;

export interface PageInfoField {
  readonly key: string;
  readonly name: 'hasNextPage' | 'hasPreviousPage' | 'startCursor' | 'endCursor' | '__typename';
}

/**
 * How what a search found is laid out in the answer: values as they are, and nodes, of which it knows the ids, as the
 * plan reads them.
 */
export type FoundField =
  | TypenameShape
  | { readonly kind: 'value'; readonly key: string; readonly name: string }
  | {
      readonly kind: 'object';
      readonly key: string;
      readonly name: string;
      readonly fields: readonly FoundField[];
    }
  | {
      readonly kind: 'node';
      readonly key: string;
      readonly name: string;
      /** The parameter of the ids of all nodes that this field shows anywhere in the answer. */
      readonly parameter: string;
      readonly object: ObjectShape;
    };

/** What a search found, by the names of the schema. A node is its id, a list of nodes their ids. */
export type FoundObject = Readonly<Record<string, unknown>>;
