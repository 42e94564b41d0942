import { claimedEdge, type Graph, type GraphModel, type GraphProperties } from '../model';

/**
 * The part of a graph that a plain query sees, without what curators decided: without the rows of evidence that other
 * readings choose among, the edges that hold such rows, and decisions. A decision that was undone leaves no trace in it.
 */
export function shownPart(model: GraphModel, { nodes, edges }: Graph): Graph {
  const isDecision = (id: string): boolean => model.kindOfId(id)!.name === 'Decision';
  return {
    nodes: new Map(
      [...nodes]
        .filter(([id]) => !isDecision(id))
        .map(([id, node]) => [id, { ...node, properties: declaredOf(model, node.kind, node.properties) }]),
    ),
    edges: new Map(
      [...edges].filter(([, { from, type }]) => !isDecision(from) && !type.startsWith(claimedEdge(''))),
    ),
  };
}

const declaredOf = (model: GraphModel, kind: string, properties: GraphProperties): GraphProperties =>
  Object.fromEntries(
    Object.entries(properties).filter(([name]) => model.type(kind).property(name) !== undefined),
  );
