/** What a store says of the size of its graph. The figures may be old: they choose between ways, never the answer. */
export interface Statistics {
  /** How many nodes there are of a kind or an interface. */
  nodes(type: string): number;
  /** How many edges there are of a type. */
  edges(type: string): number;
}
