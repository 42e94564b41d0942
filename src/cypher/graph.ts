import type { GraphChange, GraphEdge, GraphModel, GraphNode } from '../model';
import type { Statement } from '../store';
import { createNode, jointlyNew } from './joint';
import { cellsOf, groupBy, inBatches, type RowStatement } from './rows';

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
 * The statements of a change, to be run in one transaction. Labels, types and the names of properties come from the model,
 * values are parameters. Edges go first where they are dropped and last where they are made.
 */
export function printChange(model: GraphModel, change: GraphChange): Statement[] {
  const { dropNodes = [], dropEdges = [], changedNodes = [], changedEdges = [] } = change;
  const { statements, nodes, edges } = jointlyNew(model, change);
  const edgeGroups = (all: readonly GraphEdge[]): GraphEdge[][] => [
    ...groupBy(all, ({ type, from, to }) =>
      [type, model.kindOfId(from)!.name, model.kindOfId(to)!.name].join(' '),
    ).values(),
  ];
  return [
    ...edgeGroups(dropEdges).map((group) => dropEach(model, group)),
    { text: 'MATCH (n:Entity {id: row[0]}) DETACH DELETE n', rows: dropNodes.map((id) => [id]) },
    ...kindGroups(changedNodes).map(changeNodes),
    ...kindGroups(nodes).map((group) => createNodes(model, group)),
    ...statements,
    ...edgeGroups(edges).map((group) => createEdges(model, group)),
    ...edgeGroups(changedEdges).map((group) => changeEdges(model, group)),
  ].flatMap(inBatches);
}

const kindGroups = (nodes: readonly GraphNode[]): GraphNode[][] => [
  ...groupBy(nodes, ({ kind }) => kind).values(),
];

function changeNodes(group: readonly GraphNode[]): RowStatement {
  return {
    text: `MATCH (n:${group[0]!.kind} {id: row[0]}) SET n += row[1]`,
    rows: group.map(({ id, properties }) => [id, properties]),
  };
}

function createNodes(model: GraphModel, group: readonly GraphNode[]): RowStatement {
  const cells = cellsOf(group, 1);
  return {
    text: createNode(model, group[0]!.kind, cells.text),
    rows: group.map(({ id, properties }) => [id, ...cells.of(properties)]),
  };
}

/** Edges are written by their type and the kinds at their ends, so that the ends are found by a unique constraint. */
const matchEnds = (model: GraphModel, { from, to }: GraphEdge): string =>
  `MATCH (a:${model.kindOfId(from)!.name} {id: row[0]}) MATCH (b:${model.kindOfId(to)!.name} {id: row[1]})`;

function createEdges(model: GraphModel, group: readonly GraphEdge[]): RowStatement {
  const [edge] = group as readonly [GraphEdge];
  const cells = cellsOf(group, 2);
  const properties = cells.text === '' ? '' : ` {${cells.text}}`;
  return {
    text: `${matchEnds(model, edge)} CREATE (a)-[:${edge.type}${properties}]->(b)`,
    rows: group.map(({ from, to, properties: own }) => [from, to, ...cells.of(own)]),
  };
}

function changeEdges(model: GraphModel, group: readonly GraphEdge[]): RowStatement {
  const [edge] = group as readonly [GraphEdge];
  return {
    text: `${matchEnds(model, edge)} MATCH (a)-[r:${edge.type}]->(b) SET r += row[2]`,
    rows: group.map(({ from, to, properties }) => [from, to, properties]),
  };
}

function dropEach(model: GraphModel, group: readonly GraphEdge[]): RowStatement {
  const [edge] = group as readonly [GraphEdge];
  return {
    text: `${matchEnds(model, edge)} MATCH (a)-[r:${edge.type}]->(b) DELETE r`,
    rows: group.map(({ from, to }) => [from, to]),
  };
}
