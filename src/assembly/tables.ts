import type { Level, Page, Plan } from '../plan';
import { childrenOf, nameOf, type PlanNode } from '../plan';

/** The row that a statement gives back. Its columns are lists, named by `columns` of the plan room. */
export type Row = Readonly<Record<string, unknown>>;

/** `[id, property…]` */
export type NodeRow = readonly [id: string, ...values: unknown[]];
/** `[from id, to id, property…, computed value of the order…]` */
export type EdgeRow = readonly [from: string, to: string, ...values: unknown[]];

/** Where each property stands in the rows of the levels and expansions of a plan. */
export interface Layout {
  nodeIndex(level: number, property: string): number;
  edgeIndex(expand: number, property: string): number;
  /** The page of a root, if it has one. */
  pageOf(root: number): Page | undefined;
  /** Of the computed value of that number; behind the edges of a root stand no properties. */
  computedIndex(expand: number | undefined, at: number): number;
}

export function layoutOf(plan: Plan): Layout {
  const levels = new Map<number, Level>();
  const edges = new Map<number, readonly string[]>();
  const pages = new Map<number, Page | undefined>();
  const walk = (node: PlanNode): void => {
    if (node.kind === 'level') levels.set(node.id, node);
    if (node.kind === 'root' && node.source.kind === 'all') pages.set(node.id, node.source.listing.page);
    if (node.kind === 'expand') edges.set(node.id, node.properties.map(nameOf));
    childrenOf(node).forEach(walk);
  };
  walk(plan);
  return {
    nodeIndex: (level, property) =>
      property === 'id' ? 0 : levels.get(level)!.properties.map(nameOf).indexOf(property) + 1,
    edgeIndex: (expand, property) => edges.get(expand)!.indexOf(property) + 2,
    pageOf: (root) => pages.get(root),
    computedIndex: (expand, at) => 2 + (expand === undefined ? 0 : edges.get(expand)!.length) + at,
  };
}

/** The edges of an expansion by the node they start from, each list in the order of the rows. */
export function edgesByStart(edges: readonly EdgeRow[]): ReadonlyMap<string, readonly EdgeRow[]> {
  const byStart = new Map<string, EdgeRow[]>();
  for (const edge of edges) {
    const list = byStart.get(edge[0]);
    if (list === undefined) byStart.set(edge[0], [edge]);
    else list.push(edge);
  }
  return byStart;
}
