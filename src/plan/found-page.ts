import type { FoundObject } from './shape';

/** What stands under `node` of an edge, its place in the order, and what else the edge shows. */
type FoundEdge = FoundObject & { readonly node: unknown; readonly cursor: string };

/** A page of what a search found, as the value of a connection. */
export const foundPage = (
  edges: readonly FoundEdge[],
  more: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean },
): FoundObject => ({
  nodes: edges.map(({ node }) => node),
  edges,
  pageInfo: { ...more, startCursor: edges[0]?.cursor, endCursor: edges.at(-1)?.cursor },
});
