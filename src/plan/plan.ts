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
  readonly properties: readonly string[];
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
  /** Whether such an edge leads to nothing else than what is looked for at its end, whose type is then not asked. */
  readonly exclusive: boolean;
}

export const opposite = ({ type, direction }: EdgeStep): EdgeStep => ({
  type,
  direction: direction === 'out' ? 'in' : 'out',
  exclusive: false,
});
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
  readonly property: string;
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
  /** Bound the page first, by so many of the nodes that fit, in no order. */
  readonly sample?: number;
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
  | { readonly kind: 'through'; readonly path: readonly PathStep[]; readonly property: string }
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

/** The measures of an order. */
export const measuresOf = (order: readonly OrderKey[]): Measure[] =>
  order.flatMap(({ by }) => (by.kind === 'measure' ? by : []));

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
  | Reach
  | Measured;

/**
 * What bears a property: a node, or the edge over which that node is reached. Nodes of a root are reached over none. Of
 * a group of nodes, the measurements stand for properties, named by their columns (`groupColumns`).
 */
export type Bearer = 'node' | 'edge' | 'group';

/**
 * At least one (`some`) or exactly one (`single`) node of a type at the far end of an edge fits. The condition may read
 * that edge, too.
 */
export interface Reach {
  readonly kind: 'some' | 'single';
  /**
   * The end it is computed from, for all nodes at once: all nodes that fit at the far end, or the nodes that it is asked
   * of. Or it is asked of each node when that node's turn comes.
   */
  readonly start: 'far' | 'near' | 'each';
  readonly edge: EdgeStep;
  readonly type: string;
  readonly where: Predicate | undefined;
}

/**
 * What a node reaches over an edge, all of a type that fit, measures what `having` states. Of what reaches none, the
 * count is 0 and the rest is missing.
 */
export interface Measured extends Omit<Reach, 'kind'> {
  readonly kind: 'measured';
  readonly measurements: readonly Measurement[];
  readonly having: Predicate;
}

/** What a predicate asks of a relation. */
export type RelationFilter = Reach | Measured;

/** `includes`: the list has the value. The others compare one value. A comparison with a missing value is false. */
export type Operator =
  'eq' | 'in' | 'contains' | 'startsWith' | 'endsWith' | 'lt' | 'lte' | 'gt' | 'gte' | 'includes';

export type PlanNode = Plan | Root | Level | Expand | Cite | Aggregate;

/** The conditions that all have to hold for a predicate to hold. */
export function conjunctsOf(predicate: Predicate | undefined): readonly Predicate[] {
  if (predicate === undefined) return [];
  return predicate.kind === 'and' ? predicate.operands.flatMap(conjunctsOf) : [predicate];
}

export const isRelationFilter = (predicate: Predicate): predicate is RelationFilter =>
  predicate.kind === 'some' || predicate.kind === 'single' || predicate.kind === 'measured';

/** What a predicate asks of the relations of the node itself, not of those further out. */
export function reachesOf(predicate: Predicate): readonly RelationFilter[] {
  switch (predicate.kind) {
    case 'and':
    case 'or':
      return predicate.operands.flatMap(reachesOf);
    case 'not':
      return reachesOf(predicate.operand);
    case 'some':
    case 'single':
    case 'measured':
      return [predicate];
    case 'compare':
    case 'missing':
    case 'never':
      return [];
  }
}

/** The same predicate with the relation filters that it asks of the node itself replaced. */
export function mapRelationFilters(
  predicate: Predicate,
  replace: (reach: RelationFilter) => RelationFilter,
): Predicate {
  switch (predicate.kind) {
    case 'and':
    case 'or':
      return {
        ...predicate,
        operands: predicate.operands.map((operand) => mapRelationFilters(operand, replace)),
      };
    case 'not':
      return { ...predicate, operand: mapRelationFilters(predicate.operand, replace) };
    case 'some':
    case 'single':
    case 'measured':
      return replace(predicate);
    case 'compare':
    case 'missing':
    case 'never':
      return predicate;
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
      return [...node.expands, ...node.aggregates];
    case 'expand':
      return [...node.citations, node.level];
    case 'cite':
      return [node.level];
    case 'aggregate':
      return [];
  }
}
