/**
 * The plan of one operation: what to fetch, as levels of distinct nodes. It knows neither GraphQL nor Cypher; names in
 * it come from the GraphModel. All values are in parameters (`parameter.ts`), so a plan serves every request of its shape.
 */
export interface Plan {
  readonly kind: 'plan';
  readonly roots: readonly Root[];
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
  readonly properties: readonly string[];
  readonly expands: readonly Expand[];
}

/** From the nodes of a level along one relation. */
export interface Expand {
  readonly kind: 'expand';
  readonly id: number;
  /** Only from nodes of these kinds, or from all. */
  readonly from: readonly string[] | undefined;
  readonly edge: EdgeStep;
  /** Properties of the edge to read. */
  readonly properties: readonly string[];
  /** How the far ends are filtered, ordered and paged for each node; without it all are read. */
  readonly listing: Listing | undefined;
  readonly citations: readonly Cite[];
  readonly level: Level;
}

/** From edges to the nodes whose ids a property of theirs lists. */
export interface Cite {
  readonly kind: 'cite';
  readonly property: string;
  readonly level: Level;
}

export interface EdgeStep {
  readonly type: string;
  readonly direction: 'out' | 'in';
}

export const opposite = ({ type, direction }: EdgeStep): EdgeStep => ({
  type,
  direction: direction === 'out' ? 'in' : 'out',
});

export interface Listing {
  readonly where: Predicate | undefined;
  readonly order: readonly OrderKey[];
  /** Without it no nodes are read, only counted. */
  readonly page: Page | undefined;
  readonly count: boolean;
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
  | { readonly kind: 'property'; readonly property: string }
  /** Of the edge that leads to the node. */
  | { readonly kind: 'edge'; readonly property: string }
  /**
   * Of the node at the end of a path of relations to one; missing where the path breaks off. Where the data has a
   * relation to one twice, the path goes by the end with the smallest id.
   */
  | { readonly kind: 'through'; readonly path: readonly PathStep[]; readonly property: string };

/** A step of a path, and the kind or interface it leads to. */
export interface PathStep {
  readonly edge: EdgeStep;
  readonly type: string;
}

/** A term whose value stands neither at the node nor at its edge. It is worked out before the page is cut. */
export type ComputedTerm = Exclude<OrderTerm, { readonly kind: 'property' | 'edge' }>;

/** The computed terms of an order, in the order of its keys. Their values are read with the nodes, in this order. */
export const computedTerms = (order: readonly OrderKey[]): ComputedTerm[] =>
  order.flatMap(({ by }) => (by.kind === 'property' || by.kind === 'edge' ? [] : by));

export type Predicate =
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Predicate[] }
  | { readonly kind: 'not'; readonly operand: Predicate }
  /** Fits nothing: the NOT of a condition that says nothing. */
  | { readonly kind: 'never' }
  | {
      readonly kind: 'compare';
      readonly on: Bearer;
      readonly property: string;
      readonly operator: Operator;
      readonly parameter: string;
      /** Whether the property is compared in lower case. The parameter is so already. */
      readonly folded: boolean;
    }
  /** The parameter tells whether the value is to be missing. */
  | { readonly kind: 'missing'; readonly on: Bearer; readonly property: string; readonly parameter: string }
  | Reach;

/** What bears a property: a node, or the edge over which that node is reached. Nodes of a root are reached over none. */
export type Bearer = 'node' | 'edge';

/**
 * At least one (`some`) or exactly one (`single`) node of a type at the far end of an edge fits. The condition may read
 * that edge, too.
 */
export interface Reach {
  readonly kind: 'some' | 'single';
  /** The end it is computed from: all nodes that fit at the far end, or the nodes that it is asked of. */
  readonly start: 'far' | 'near';
  readonly edge: EdgeStep;
  readonly type: string;
  readonly where: Predicate | undefined;
}

/** `includes`: the list has the value. The others compare one value. A comparison with a missing value is false. */
export type Operator =
  'eq' | 'in' | 'contains' | 'startsWith' | 'endsWith' | 'lt' | 'lte' | 'gt' | 'gte' | 'includes';

export type PlanNode = Plan | Root | Level | Expand | Cite;

/** The conditions that all have to hold for a predicate to hold. */
export function conjunctsOf(predicate: Predicate | undefined): readonly Predicate[] {
  if (predicate === undefined) return [];
  return predicate.kind === 'and' ? predicate.operands.flatMap(conjunctsOf) : [predicate];
}

/** The `some` and `single` that a predicate asks of the node itself, not those further out. */
export function reachesOf(predicate: Predicate): readonly Reach[] {
  switch (predicate.kind) {
    case 'and':
    case 'or':
      return predicate.operands.flatMap(reachesOf);
    case 'not':
      return reachesOf(predicate.operand);
    case 'some':
    case 'single':
      return [predicate];
    case 'compare':
    case 'missing':
    case 'never':
      return [];
  }
}

/** The one table of children. Whoever walks a plan walks it by this. */
export function childrenOf(node: PlanNode): readonly PlanNode[] {
  switch (node.kind) {
    case 'plan':
      return node.roots;
    case 'root':
      return [node.level];
    case 'level':
      return node.expands;
    case 'expand':
      return [...node.citations, node.level];
    case 'cite':
      return [node.level];
  }
}
