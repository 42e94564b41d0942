/** How much of a type the store holds, about: figures for estimates, never for answers. */
export interface Statistics {
  /** Nodes of a kind or an interface. */
  nodes(type: string): number;
  /** Edges of a type, in the graph as a whole. */
  edges(type: string): number;
}
