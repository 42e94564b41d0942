import type { GraphChange, GraphEdge, GraphModel, GraphNode } from '../model';
import type { Statement } from '../store';

/** How many rows one statement of a change takes. */
const batchSize = 500;

/** Reads every node, as `properties`, the id among them. */
export const readNodes: Statement = {
  text: 'MATCH (n:Entity) RETURN properties(n) AS properties',
  parameters: {},
};

/** Reads every edge, as `type`, `from`, `to` and `properties`. */
export const readEdges: Statement = {
  text: 'MATCH (a:Entity)-[r]->(b:Entity) RETURN type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties',
  parameters: {},
};

/** Tells whether there is no node, as `empty`. */
export const readWhetherEmpty: Statement = {
  text: 'MATCH (n:Entity) WITH n LIMIT 1 RETURN count(n) = 0 AS empty',
  parameters: {},
};

/**
 * The statements of a change, to be run in one transaction. Labels and types come from the model, values are
 * parameters. Edges go first where they are dropped and last where they are put.
 */
export function printChange(model: GraphModel, change: GraphChange): Statement[] {
  return [
    ...batches(groupBy(change.dropEdges, edgeGroup(model)), dropEdges),
    ...batches(new Map([['', change.dropNodes.map((id) => ({ id }))]]), () => dropNodes),
    ...batches(
      groupBy(change.putNodes, (node) => node.kind),
      (kind) => putNodes(model, kind),
    ),
    ...batches(groupBy(change.putEdges, edgeGroup(model)), putEdges),
  ];
}

const dropNodes = 'UNWIND $rows AS row MATCH (n:Entity {id: row.id}) DETACH DELETE n';

function putNodes(model: GraphModel, kind: string): string {
  const labels = model
    .type(kind)
    .interfaces.map((label) => `:${label}`)
    .join('');
  return `UNWIND $rows AS row MERGE (n:${kind} {id: row.id}) SET n = row.properties, n.id = row.id, n${labels}`;
}

/** Edges are written by their type and the kinds at their ends, so that the ends are found by a unique constraint. */
const edgeGroup =
  (model: GraphModel) =>
  ({ type, from, to }: GraphEdge): string =>
    [type, model.kindOfId(from)!.name, model.kindOfId(to)!.name].join(' ');

const ends = (group: string): { type: string; match: string } => {
  const [type, from, to] = group.split(' ') as [string, string, string];
  return { type, match: `UNWIND $rows AS row MATCH (a:${from} {id: row.from}) MATCH (b:${to} {id: row.to})` };
};

function putEdges(group: string): string {
  const { type, match } = ends(group);
  return `${match} MERGE (a)-[r:${type}]->(b) SET r = row.properties`;
}

function dropEdges(group: string): string {
  const { type, match } = ends(group);
  return `${match} MATCH (a)-[r:${type}]->(b) DELETE r`;
}

function batches(
  groups: ReadonlyMap<string, readonly (GraphNode | GraphEdge | { id: string })[]>,
  print: (group: string) => string,
): Statement[] {
  return [...groups].flatMap(([group, rows]) => {
    const text = rows.length === 0 ? '' : print(group);
    const count = Math.ceil(rows.length / batchSize);
    return Array.from({ length: count }, (_, at) => ({
      text,
      parameters: { rows: rows.slice(at * batchSize, (at + 1) * batchSize) },
    }));
  });
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
