import type { Edge, GraphModel, NodeKind, Property } from './graph-model';

/** What stands behind an edge or an entity, as it is counted when the graph is made. */
export const counted = { sources: 'sourceCount', origins: 'originCount' } as const;

/** Identity is given, not claimed. */
const identity: readonly string[] = ['id', 'name', 'aliases'];

/** The property of a kind that claims can speak of, if it is one. Evidence is not claimed: it is the evidence. */
export function claimedProperty(kind: NodeKind, name: string): Property | undefined {
  if (kind.evidence || identity.includes(name)) return undefined;
  const property = kind.property(name);
  return property?.derived ? undefined : property;
}

/** An edge that is made from claims, and whether a node has only one such edge. */
export interface ClaimedEdge {
  readonly edge: Edge;
  readonly one: boolean;
}

/** The edges that claims can speak of, by their types. They are claimed from the kind that declares them. */
export function claimedEdges(model: GraphModel): ReadonlyMap<string, ClaimedEdge> {
  const known = new Map<string, ClaimedEdge>();
  for (const { name, kinds, relations } of [...model.interfaces, ...model.kinds]) {
    if (kinds.some((kind) => (model.type(kind) as NodeKind).evidence)) continue;
    for (const { edge, direction, many, owner } of relations) {
      if (direction !== 'out' || owner !== name) continue;
      known.set(edge.type, { edge, one: !many || (known.get(edge.type)?.one ?? false) });
    }
  }
  return known;
}
