import type { GraphChange, GraphEdge, GraphModel, GraphNode } from '../model';
import type { Statement } from '../store';

/** How many rows one statement of a change takes. */
const batchSize = 1_000;

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
  const joint = jointlyNew(model, change);
  return [
    ...batches(groupBy(change.dropEdges, edgeGroup(model)), dropEdges),
    ...batches(new Map([['', change.dropNodes.map((id) => ({ id }))]]), () => dropNodes),
    ...batches(groupBy(change.putNodes, kindOf), (kind) => putNodes(model, kind)),
    ...batches(groupBy(joint.alone, kindOf), (kind) => createNodes(model, kind)),
    ...batches(joint.groups, (group) => createJointly(model, group)),
    ...batches(groupBy(joint.edges, edgeGroup(model)), createEdges),
    ...batches(groupBy(change.putEdges, edgeGroup(model)), putEdges),
  ];
}

const kindOf = (node: GraphNode): string => node.kind;

const dropNodes = 'UNWIND $rows AS row MATCH (n:Entity {id: row.id}) DETACH DELETE n';

function putNodes(model: GraphModel, kind: string): string {
  const labels = model
    .type(kind)
    .interfaces.map((label) => `:${label}`)
    .join('');
  return `UNWIND $rows AS row MERGE (n:${kind} {id: row.id}) SET n = row.properties, n.id = row.id, n${labels}`;
}

const createNodes = (model: GraphModel, kind: string): string =>
  `UNWIND $rows AS row ${createNode(model, kind)}`;

const createNode = (model: GraphModel, kind: string): string =>
  `CREATE (n:${[kind, ...model.type(kind).interfaces].join(':')}) SET n = row.properties, n.id = row.id`;

/** Edges are written by their type and the kinds at their ends, so that the ends are found by a unique constraint. */
const edgeGroup =
  (model: GraphModel) =>
  ({ type, from, to }: GraphEdge): string =>
    [type, model.kindOfId(from)!.name, model.kindOfId(to)!.name].join(' ');

const ends = (group: string): { type: string; match: string } => {
  const [type, from, to] = group.split(' ') as [string, string, string];
  return { type, match: `UNWIND $rows AS row MATCH (a:${from} {id: row.from}) MATCH (b:${to} {id: row.to})` };
};

function createEdges(group: string): string {
  const { type, match } = ends(group);
  return `${match} CREATE (a)-[r:${type}]->(b) SET r = row.properties`;
}

function putEdges(group: string): string {
  const { type, match } = ends(group);
  return `${match} MERGE (a)-[r:${type}]->(b) SET r = row.properties`;
}

function dropEdges(group: string): string {
  const { type, match } = ends(group);
  return `${match} MATCH (a)-[r:${type}]->(b) DELETE r`;
}

/** A node and the ends of the edges that are made with it, in the order of its group. */
interface JointRow {
  readonly id: string;
  readonly properties: GraphNode['properties'];
  readonly ends: readonly string[];
}

interface Joint {
  readonly alone: readonly GraphNode[];
  /** By kind and, for each edge, its type and the kind at its end. */
  readonly groups: ReadonlyMap<string, readonly JointRow[]>;
  readonly edges: readonly GraphEdge[];
}

/** With more edges than this a node gets them one by one: each statement that differs is to be planned anew. */
const mostJoint = 6;

/**
 * Claims and conflicts are made together with their edges: a node that the same transaction has just made is slow to
 * find, and they are most of what there is. What their edges lead to must be there, so that conflicts come after claims.
 */
function jointlyNew(model: GraphModel, { newNodes = [], newEdges = [] }: GraphChange): Joint {
  const own = groupBy(newEdges, ({ from }) => from);
  const isJoint = ({ id, kind }: GraphNode): boolean =>
    (kind === 'Claim' || kind === 'Conflict') &&
    own.has(id) &&
    own.get(id)!.length <= mostJoint &&
    own.get(id)!.every(({ properties }) => Object.keys(properties).length === 0);
  const joint = newNodes.filter(isJoint);
  const made = new Set(joint.map(({ id }) => id));
  const keyed = joint.map(({ id, kind, properties }) => {
    const edges = own.get(id)!;
    const key = edges.map(({ type, to }) => `${type} ${model.kindOfId(to)!.name}`);
    return { key: [kind, ...key].join(','), row: { id, properties, ends: edges.map(({ to }) => to) } };
  });
  const groups = groupBy(keyed.toSorted(byKind), ({ key }) => key);
  return {
    alone: newNodes.filter(({ id }) => !made.has(id)),
    groups: new Map([...groups].map(([key, rows]) => [key, rows.map(({ row }) => row)])),
    edges: newEdges.filter(({ from }) => !made.has(from)),
  };
}

const byKind = (a: { key: string }, b: { key: string }): number =>
  Number(a.key.startsWith('Conflict')) - Number(b.key.startsWith('Conflict'));

function createJointly(model: GraphModel, group: string): string {
  const [kind, ...edges] = group.split(',') as [string, ...string[]];
  const parts = edges.map((edge, at) => {
    const [type, to] = edge.split(' ') as [string, string];
    const end = `e${String(at)}`;
    return {
      match: `MATCH (${end}:${to} {id: row.ends[${String(at)}]})`,
      create: `CREATE (n)-[:${type}]->(${end})`,
    };
  });
  return [
    'UNWIND $rows AS row',
    ...parts.map(({ match }) => match),
    createNode(model, kind),
    ...parts.map(({ create }) => create),
  ].join(' ');
}

function batches(
  groups: ReadonlyMap<string, readonly (GraphNode | GraphEdge | JointRow | { id: string })[]>,
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
