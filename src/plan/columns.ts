/** How the lists of a statement are called in the row that it gives back. */
export const columns = {
  /** The nodes of a level: `[id, property…]` each. */
  nodes: (level: number): string => `N${String(level)}`,
  /** The edges of an expansion: `[from id, to id, property…, computed value of its order…]` each. */
  edges: (expand: number): string => `E${String(expand)}`,
  /** The nodes of a root whose order has computed values, in that order: `[id, computed value…]` each. */
  order: (root: number): string => `O${String(root)}`,
  /** Of a root, how many nodes there are; of an expansion, `[from id, count]` for each node it starts from. */
  count: (of: number): string => `T${String(of)}`,
};
