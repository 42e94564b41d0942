/** How the lists of a statement are called in the row that it gives back. */
export const columns = {
  /** The nodes of a level: `[id, property…]` each. */
  nodes: (level: number): string => `N${String(level)}`,
  /** The edges of an expansion: `[from id, to id, property…, computed value of its order…]` each. */
  edges: (expand: number): string => `E${String(expand)}`,
  /**
   * The nodes of a root whose order has computed values, in that order: `[id, computed value…]` each; of several pages
   * `[number of the place, id, computed value…]`, those of a page in their order.
   */
  order: (root: number): string => `O${String(root)}`,
  /** Of a root, how many nodes there are; of an expansion, `[from id, count]` for each node it starts from. */
  count: (of: number): string => `T${String(of)}`,
  /** The totals of an aggregate: `[measurement…]`; in a relation `[from id, measurement…]` for each node that has any. */
  totals: (aggregate: number): string => `A${String(aggregate)}`,
  /**
   * The groups of an aggregate: `[number of all groups, groups that are read]`; in a relation `[from id, …the same]` for
   * each node that has any. A group is `[key…, measurement…]`. What is not asked for is null.
   */
  groups: (aggregate: number): string => `G${String(aggregate)}`,
};

/** How the values of a group are called, by their places in the grouping. */
export const groupColumns = {
  key: (at: number): string => `k${String(at)}`,
  measurement: (at: number): string => `m${String(at)}`,
};
