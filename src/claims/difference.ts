import { isDeepStrictEqual } from 'node:util';
import type { Graph, GraphChange } from '../model';

/** What makes `before` into `after`. */
export function differenceOf(before: Graph, after: Graph): GraphChange {
  return {
    putNodes: changed(before.nodes, after.nodes),
    putEdges: changed(before.edges, after.edges),
    dropNodes: [...before.nodes.keys()].filter((id) => !after.nodes.has(id)),
    dropEdges: [...before.edges].filter(([key]) => !after.edges.has(key)).map(([, edge]) => edge),
  };
}

function changed<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): T[] {
  return [...after]
    .filter(([key, item]) => !isDeepStrictEqual(before.get(key), item))
    .map(([, item]) => item);
}
