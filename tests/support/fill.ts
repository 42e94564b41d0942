import { printChange } from '../../src/cypher';
import type { GraphEdge, GraphModel, GraphNode } from '../../src/model';
import type { GraphStore } from '../../src/store';

type Writes = Pick<GraphStore, 'write'>;

const emptying = { text: 'MATCH (n) DETACH DELETE n', parameters: {} };

export const emptyStore = (store: Writes): Promise<void> => store.write([emptying]);

/** Replaces all that a store holds by a graph. */
export const fillStore = (
  model: GraphModel,
  store: Writes,
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
): Promise<void> => {
  return store.write([emptying, ...printChange(model, { newNodes: nodes, newEdges: edges })]);
};
