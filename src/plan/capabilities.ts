/** What a store declares that it can do. It chooses between ways to the same answer, never the answer. */
export interface Capabilities {
  /** Whether it reads nodes in the order of an indexed property, one by one, and stops when the page is full. */
  readonly ordersFromIndex: boolean;
  /** Whether it keeps how many edges of a type a node has, and tells without reading them. */
  readonly countsDegrees: boolean;
  /** Whether it tells quickly, in one statement, what lies between two sets of nodes. */
  readonly meetsHalfway: boolean;
}
