import { isDeepStrictEqual } from 'node:util';
import type { Graph, GraphChange, GraphProperties } from '../model';

/** What makes `before` into `after`. */
export function differenceOf(before: Graph, after: Graph): Required<GraphChange> {
  return {
    newNodes: added(before.nodes, after.nodes),
    newEdges: added(before.edges, after.edges),
    changedNodes: changed(before.nodes, after.nodes),
    changedEdges: changed(before.edges, after.edges),
    dropNodes: [...before.nodes.keys()].filter((id) => !after.nodes.has(id)),
    dropEdges: [...before.edges].filter(([key]) => !after.edges.has(key)).map(([, edge]) => edge),
  };
}

interface WithProperties {
  readonly properties: GraphProperties;
}

const added = <T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): T[] =>
  [...after].filter(([key]) => !before.has(key)).map(([, item]) => item);

const changed = <T extends WithProperties>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): T[] =>
  [...after].flatMap(([key, item]) => {
    const was = before.get(key);
    const properties = was && changedProperties(was.properties, item.properties);
    return properties === undefined ? [] : [{ ...item, properties }];
  });

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
