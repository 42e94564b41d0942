import { isDeepStrictEqual } from 'node:util';
import type { Graph, GraphChange } from '../model';

/** What makes `before` into `after`. */
export function differenceOf(before: Graph, after: Graph): Required<GraphChange> {
  return {
    newNodes: added(before.nodes, after.nodes),
    newEdges: added(before.edges, after.edges),
    putNodes: changed(before.nodes, after.nodes),
    putEdges: changed(before.edges, after.edges),
    dropNodes: [...before.nodes.keys()].filter((id) => !after.nodes.has(id)),
    dropEdges: [...before.edges].filter(([key]) => !after.edges.has(key)).map(([, edge]) => edge),
  };
}

const added = <T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): T[] =>
  [...after].filter(([key]) => !before.has(key)).map(([, item]) => item);

const changed = <T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): T[] =>
  [...after]
    .filter(([key, item]) => before.has(key) && !isDeepStrictEqual(before.get(key), item))
    .map(([, item]) => item);
