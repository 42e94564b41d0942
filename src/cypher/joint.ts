import type { GraphChange, GraphEdge, GraphModel, GraphNode } from '../model';
import { cellsOf, groupBy, type RowStatement } from './rows';

interface Joint {
  readonly statements: readonly RowStatement[];
  /** What is made without others. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

interface NodeWithEdges {
  readonly node: GraphNode;
  readonly edges: readonly GraphEdge[];
}

/** With more edges than this a node gets them one by one: each statement that differs is to be planned anew. */
const mostJoint = 6;

/**
 * Claims and conflicts are made together with their edges: a node that the same transaction has just made is slow to
 * find, and they are most of what there is. What their edges lead to must be there, so that conflicts come after claims.
 */
export function jointlyNew(model: GraphModel, { newNodes = [], newEdges = [] }: GraphChange): Joint {
  const own = groupBy(newEdges, ({ from }) => from);
  const joint = ['Claim', 'Conflict'].map((kind) =>
    newNodes
      .filter((node) => node.kind === kind)
      .map((node) => ({ node, edges: own.get(node.id) ?? [] }))
      .filter(isJoint),
  );
  const made = new Set(joint.flat().map(({ node }) => node.id));
  const keyOf = ({ edges }: NodeWithEdges): string => edges.map((edge) => endOf(model, edge).key).join();
  return {
    statements: joint.flatMap((nodes) =>
      [...groupBy(nodes, keyOf).values()].map((group) => createJointly(model, group)),
    ),
    nodes: newNodes.filter(({ id }) => !made.has(id)),
    edges: newEdges.filter(({ from }) => !made.has(from)),
  };
}

const isJoint = ({ edges }: NodeWithEdges): boolean =>
  edges.length > 0 &&
  edges.length <= mostJoint &&
  edges.every(({ properties }) => Object.keys(properties).length === 0);

const endOf = (model: GraphModel, { type, to }: GraphEdge): { kind: string; key: string } => {
  const kind = model.kindOfId(to)!.name;
  return { kind, key: `${type} ${kind}` };
};

/** @param group nodes of one kind with edges of the same types to the same kinds */
function createJointly(model: GraphModel, group: readonly NodeWithEdges[]): RowStatement {
  const [{ node, edges }] = group as readonly [NodeWithEdges];
  const ends = edges.map((edge, at) => ({
    match: `MATCH (e${String(at)}:${endOf(model, edge).kind} {id: row[${String(at + 1)}]})`,
    create: `CREATE (n)-[:${edge.type}]->(e${String(at)})`,
  }));
  const cells = cellsOf(
    group.map((each) => each.node),
    edges.length + 1,
  );
  return {
    text: [
      ...ends.map(({ match }) => match),
      createNode(model, node.kind, cells.text),
      ...ends.map(({ create }) => create),
    ].join(' '),
    rows: group.map((each) => [
      each.node.id,
      ...each.edges.map(({ to }) => to),
      ...cells.of(each.node.properties),
    ]),
  };
}

/** Makes a node `n` whose id is the first in its row. */
export const createNode = (model: GraphModel, kind: string, properties: string): string => {
  const labels = [kind, ...model.type(kind).interfaces].join(':');
  return `CREATE (n:${labels} {id: row[0]${properties === '' ? '' : `, ${properties}`}})`;
};
