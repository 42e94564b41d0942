import type { EdgeStep, PathStep } from './edge-step';
import type { Measurement } from './measurement';
import type { Predicate } from './predicate';
import type { Asked } from './reading';

/**
 * The plan of one operation: what to fetch, as levels of distinct nodes. It knows neither GraphQL nor Cypher; names in
 * it come from the GraphModel. All values are in parameters (`parameter.ts`), so a plan serves every request of its shape.
 */
export interface Plan {
  readonly kind: 'plan';
  readonly roots: readonly (Root | Aggregate)[];
}

/** One root field of the operation. */
export interface Root {
  readonly kind: 'root';
  /** Numbers the root's lists in the statement and in its row. */
  readonly id: number;
  readonly source: Source;
  readonly level: Level;
}

/** Where the nodes of a root come from. `parameter` names a parameter that holds an id, or a list of ids. */
type Source =
  | { readonly kind: 'byId'; readonly parameter: string }
  | { readonly kind: 'byIds'; readonly parameter: string }
  | { readonly kind: 'all'; readonly listing: Listing };

/** A set of distinct nodes, the properties to read of each, and what is reached from them. */
export interface Level {
  readonly kind: 'level';
  readonly id: number;
  /** The kind or interface that every node of the level is of. */
  readonly type: string;
  /** Besides the id, which is always read. */
  readonly properties: readonly Asked[];
  readonly citations: readonly Cite[];
  readonly expands: readonly Expand[];
  /** Of what relations of each node lead to. */
  readonly aggregates: readonly Aggregate[];
}

/** From the nodes of a level along one relation. */
export interface Expand {
  readonly kind: 'expand';
  readonly id: number;
  /** Only from nodes of these kinds, or from all. */
  readonly from: readonly string[] | undefined;
  readonly edge: EdgeStep;
  /** Properties of the edge to read. */
  readonly properties: readonly Asked[];
  /** How the far ends are filtered, ordered and paged for each node; without it all are read. */
  readonly listing: Listing | undefined;
  readonly citations: readonly Cite[];
  readonly level: Level;
}

/** From edges or nodes to the nodes whose ids a property of theirs lists. */
export interface Cite {
  readonly kind: 'cite';
  readonly property: string;
  /** Only those that fit: a condition on properties of theirs. */
  readonly where: Predicate | undefined;
  readonly level: Level;
}

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

/** How the nodes are grouped, and which of the groups are read. */
export interface Grouping {
  /** At least one. Nodes without a value form a group of their own. */
  readonly keys: readonly GroupKey[];
  /** At least one. */
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
  readonly property: Asked;
}

export interface GroupOrderKey {
  /** The column of a key or of a measurement. */
  readonly column: string;
  readonly descending: boolean;
}

export interface Listing {
  readonly where: Predicate | undefined;
  readonly order: readonly OrderKey[];
  /** Without it no nodes are read, only counted. */
  readonly page: Page | undefined;
  readonly count: boolean;
  /** Whether the count is the number of edges that the store keeps for each node. */
  readonly degrees?: boolean;
}

export interface Page {
  /** The parameter that holds how many nodes to read. */
  readonly limit: string;
  /** Backward: read from the end of the order towards its beginning, and so in the opposite order. */
  readonly direction: PageDirection;
  /**
   * For each key of the order, the parameter that holds its value at a node outside of the page: the one that it begins
   * after or, backward, ends before.
   */
  readonly cursor: readonly string[] | undefined;
  /**
   * Several pages at once, each beyond a place of its own: the parameter that holds the places, each a map of its number
   * `at` and of what `cursor` names.
   */
  readonly places?: string;
  /** Bound the page first, by so many of the nodes that fit, in no order. */
  readonly sample?: number;
  /** Put together first those that are equal in the first key of the order, a computed one. */
  readonly ties?: boolean;
}

export type PageDirection = 'forward' | 'backward';

/** The last key of an order is always the id, so that every order is total. Missing values come last. */
export interface OrderKey {
  readonly by: OrderTerm;
  readonly descending: boolean;
  readonly nullable: boolean;
  /** Whether its values are true and false; false is the smaller. */
  readonly flag: boolean;
}

/** What a key of an order reads of each candidate. */
export type OrderTerm =
  /** Of the node. */
  | { readonly kind: 'property'; readonly property: Asked }
  /** Of the edge that leads to the node. */
  | { readonly kind: 'edge'; readonly property: Asked }
  /**
   * Of the node at the end of a path of relations to one; missing where the path breaks off. Where the data has a
   * relation to one twice, the path goes by the end with the smallest id.
   */
  | { readonly kind: 'through'; readonly path: readonly PathStep[]; readonly property: Asked }
  | Measure;

/**
 * Of all that a relation leads to and that fits. It is a relation of the node or, behind such a path, of the node at its
 * end; missing where the path breaks off.
 */
export interface Measure {
  readonly kind: 'measure';
  readonly path: readonly PathStep[];
  readonly edge: EdgeStep;
  readonly type: string;
  readonly where: Predicate | undefined;
  readonly measurement: Measurement;
  /** Whether it is the number of edges that the store keeps for each node. */
  readonly degree?: boolean;
}

/** A term whose value stands neither at the node nor at its edge. It is worked out before the page is cut. */
export type ComputedTerm = Exclude<OrderTerm, { readonly kind: 'property' | 'edge' }>;

/** The computed terms of an order, in the order of its keys. Their values are read with the nodes, in this order. */
export const computedTerms = (order: readonly OrderKey[]): ComputedTerm[] =>
  order.flatMap(({ by }) => (by.kind === 'property' || by.kind === 'edge' ? [] : by));

/** The measures of an order. */
export const measuresOf = (order: readonly OrderKey[]): Measure[] =>
  order.flatMap(({ by }) => (by.kind === 'measure' ? by : []));

export type PlanNode = Plan | Root | Level | Expand | Cite | Aggregate;

/** The one table of children. Whoever walks a plan walks it by this. */
export function childrenOf(node: PlanNode): readonly PlanNode[] {
  switch (node.kind) {
    case 'plan':
      return node.roots;
    case 'root':
      return [node.level];
    case 'level':
      return [...node.citations, ...node.expands, ...node.aggregates];
    case 'expand':
      return [...node.citations, node.level];
    case 'cite':
      return [node.level];
    case 'aggregate':
      return [];
  }
}
