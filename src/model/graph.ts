/** The graph itself, as plain data: what a load computes, and what a store gives back. */
export interface GraphNode {
  readonly id: string;
  /** The name of its kind. */
  readonly kind: string;
  /** Without the id; a property that has no value is not there. */
  readonly properties: GraphProperties;
}

export interface GraphEdge {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: GraphProperties;
}

export type GraphProperties = Readonly<Record<string, unknown>>;

/** Nodes by id, edges by `edgeKey`. */
export interface Graph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: ReadonlyMap<string, GraphEdge>;
}

/** Between two nodes there is at most one edge of a type in one direction. */
export const edgeKey = ({ type, from, to }: Pick<GraphEdge, 'type' | 'from' | 'to'>): string =>
  `${from} ${type} ${to}`;

/** What makes one graph into another. */
export interface GraphChange {
  /** What is known not to be there. */
  readonly newNodes?: readonly GraphNode[];
  readonly newEdges?: readonly GraphEdge[];
  /** What is there, with those of its properties that become others; null where it is to have none. */
  readonly changedNodes?: readonly GraphNode[];
  readonly changedEdges?: readonly GraphEdge[];
  readonly dropNodes?: readonly string[];
  readonly dropEdges?: readonly GraphEdge[];
}
