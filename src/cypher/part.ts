import type { GraphModel } from '../model';
import type { Statement } from '../store';

/**
 * Reads of a part of the graph, a statement for each kind of node that ids name. Each finds the node of the id first, and only
 * then looks at its edges: planned for a graph that was still empty, Neo4j would read all edges of a type for each id.
 */

/** The nodes of ids, as `properties`. */
export const readNodesById = (model: GraphModel, ids: readonly string[]): Statement[] =>
  byKind(model, ids, (kind) => `MATCH (n:${kind} {id: id}) RETURN properties(n) AS properties`);

/** The names of nodes, as `id` and `name`. */
export const readNamesById = (model: GraphModel, ids: readonly string[]): Statement[] =>
  byKind(model, ids, (kind) => `MATCH (n:${kind} {id: id}) RETURN id, n.name AS name`);

/** The edges that leave the nodes of ids, as `type`, `from`, `to` and `properties`. */
export const readEdgesFrom = (model: GraphModel, ids: readonly string[]): Statement[] =>
  byKind(
    model,
    ids,
    (kind) =>
      `MATCH (n:${kind} {id: id}) WITH id, n MATCH (n)-[r]->(b) RETURN type(r) AS type, id AS from, b.id AS to, properties(r) AS properties`,
  );

/** The nodes from which an edge of a type leads to the nodes of ids, as `id`. */
export const readIdsLeadingTo = (model: GraphModel, edgeType: string, ids: readonly string[]): Statement[] =>
  byKind(
    model,
    ids,
    (kind) => `MATCH (n:${kind} {id: id}) WITH n MATCH (n)<-[:${edgeType}]-(a) RETURN a.id AS id`,
  );

/** The same, of those whose property `property` has one of some values; which ones is said for each kind. */
export function readIdsOfPropertyLeadingTo(
  model: GraphModel,
  edgeType: string,
  ids: readonly string[],
  valuesOf: (kind: string) => readonly string[],
): Statement[] {
  const text = (kind: string): string =>
    `MATCH (n:${kind} {id: id}) WITH n MATCH (n)<-[:${edgeType}]-(a) WHERE a.property IN $values RETURN a.id AS id`;
  return [...groupedByKind(model, ids)].flatMap(([kind, own]) => {
    const values = valuesOf(kind);
    if (values.length === 0) return [];
    return [{ text: `UNWIND $ids AS id ${text(kind)}`, parameters: { ids: own, values } }];
  });
}

/** All ids of a kind, as `id`. */
export const readIdsOfKind = (kind: string): Statement => ({
  text: `MATCH (n:${kind}) RETURN n.id AS id`,
  parameters: {},
});

/** The names of all nodes of a kind, as `id`, `name` and `aliases`. */
export const readNamesOfKind = (kind: string): Statement => ({
  text: `MATCH (n:${kind}) RETURN n.id AS id, n.name AS name, n.aliases AS aliases`,
  parameters: {},
});

/** Where the edges of a type that leave a kind lead, as `from` and `to`. */
export const readEndsOf = (kind: string, edgeType: string): Statement => ({
  text: `MATCH (a:${kind})-[:${edgeType}]->(b) RETURN a.id AS from, b.id AS to`,
  parameters: {},
});

/** The former names that nodes of a kind tell of, and whose they were, as `id` and `name`. */
export const readFormerNames = (kind: string, edgeType: string): Statement => ({
  text: `MATCH (e:${kind})-[:${edgeType}]->(a) WHERE e.formerName IS NOT NULL RETURN a.id AS id, e.formerName AS name`,
  parameters: {},
});

/** How many nodes a kind has, as `count`. */
export const readCountOfKind = (kind: string): Statement => ({
  text: `MATCH (n:${kind}) RETURN count(n) AS count`,
  parameters: {},
});

function byKind(model: GraphModel, ids: readonly string[], print: (kind: string) => string): Statement[] {
  return [...groupedByKind(model, ids)].map(([kind, own]) => ({
    text: `UNWIND $ids AS id ${print(kind)}`,
    parameters: { ids: own },
  }));
}

/** Ids of no kind of the model are left out: nothing has them. */
function groupedByKind(model: GraphModel, ids: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const kind = model.kindOfId(id)?.name;
    if (kind === undefined) continue;
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [id]);
    else group.push(id);
  }
  return groups;
}
