import type { Bearer, EdgeStep, PathStep, Predicate } from './plan';

/**
 * Figures over a set of distinct nodes: over all that fit a condition, and over the groups that they fall into. In a
 * relation the set is another one for each node of the level that it starts from.
 */
export interface Aggregate {
  readonly kind: 'aggregate';
  /** Numbers its lists in the statement and in the row. */
  readonly id: number;
  /** Undefined for a root field, which aggregates all nodes of the type. */
  readonly along: Along | undefined;
  /** The kind or interface that is aggregated. */
  readonly type: string;
  readonly where: Predicate | undefined;
  /** Over all that fit; none, where only groups are asked for. */
  readonly totals: readonly Measurement[];
  readonly grouping: Grouping | undefined;
}

/** The relation whose far ends are aggregated, and the kinds of the level it starts from; undefined for all of them. */
interface Along {
  readonly from: readonly string[] | undefined;
  readonly edge: EdgeStep;
}

/**
 * One figure. `count` is of nodes; the others are of the known values of a property: `countDistinct` of how many
 * different ones there are, 0 where there are none; the rest are missing then. Sums are worked out to nine decimal places, in
 * which they are exact whatever the order of the nodes.
 */
export type Measurement =
  | { readonly kind: 'count' }
  | {
      readonly kind: MeasuringFunction;
      /** Whether of the nodes, or of the edges over which they are reached. */
      readonly on: Exclude<Bearer, 'group'>;
      readonly property: string;
    };

export type MeasuringFunction = 'countDistinct' | 'sum' | 'avg' | 'min' | 'max';

/** How the nodes are grouped, and which of the groups are read. */
export interface Grouping {
  /** At least one. Nodes without a value form a group of their own. */
  readonly keys: readonly GroupKey[];
  readonly measurements: readonly Measurement[];
  /** A condition on the group. */
  readonly having: Predicate | undefined;
  /** Ends with all the keys, so that every order is total. Missing values come last. */
  readonly order: readonly GroupOrderKey[];
  /** The parameter that holds how many groups are read; without it they are only counted. */
  readonly limit: string | undefined;
  /** Whether to count the groups there are. */
  readonly count: boolean;
}

/**
 * The value that nodes are grouped by: a property, theirs or that of the node at the end of a path of relations to one.
 * Where the data has a relation to one twice, the path goes by the end with the smallest id.
 */
export interface GroupKey {
  readonly path: readonly PathStep[];
  readonly property: string;
}

export interface GroupOrderKey {
  /** The column of a key or of a measurement. */
  readonly column: string;
  readonly descending: boolean;
}

/** How the values of a group are called, by their places in the grouping. */
export const groupColumns = {
  key: (at: number): string => `k${String(at)}`,
  measurement: (at: number): string => `m${String(at)}`,
};
