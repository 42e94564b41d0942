import { isDeepStrictEqual } from 'node:util';
import type { Graph, GraphChange, GraphProperties } from '../model';

/** What makes `before` into `after`. */
export function differenceOf(before: Graph, after: Graph): Required<GraphChange> {
  const nodes = compared(before.nodes, after.nodes);
  const edges = compared(before.edges, after.edges);
  return {
    newNodes: nodes.added,
    newEdges: edges.added,
    changedNodes: nodes.changed,
    changedEdges: edges.changed,
    dropNodes: nodes.dropped.map(({ id }) => id),
    dropEdges: edges.dropped,
  };
}

/** What of nodes or edges is new, what is not as it was, with what changes of it, and what is no more. */
function compared<T extends { readonly properties: GraphProperties }>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): { added: T[]; changed: T[]; dropped: T[] } {
  const [added, changed, dropped]: [T[], T[], T[]] = [[], [], []];
  for (const [key, item] of after) {
    const was = before.get(key);
    const properties = was && changedProperties(was.properties, item.properties);
    if (was === undefined) added.push(item);
    else if (properties !== undefined) changed.push({ ...item, properties });
  }
  for (const [key, item] of before) if (!after.has(key)) dropped.push(item);
  return { added, changed, dropped };
}

/** Those that become others, null where there is to be none; undefined where all stay as they are. */
function changedProperties(is: GraphProperties, should: GraphProperties): GraphProperties | undefined {
  const changes: Record<string, unknown> = {};
  let isAny = false;
  for (const name in should) {
    if (isSame(is[name], should[name])) continue;
    changes[name] = should[name];
    isAny = true;
  }
  for (const name in is) {
    if (name in should) continue;
    changes[name] = null;
    isAny = true;
  }
  return isAny ? changes : undefined;
}

/** Values are scalars and lists of these. */
const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && isDeepStrictEqual(a, b));
