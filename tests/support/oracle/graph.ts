import type { GraphEdge, GraphModel, GraphNode, NodeType, Relation } from '../../../src/model';

/** A graph as the oracle keeps it: lists, searched from the beginning each time. */
export interface SmallGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** A node that is listed, and the edge that leads to it; at the root there is none. */
export interface End {
  readonly node: GraphNode;
  readonly edge?: GraphEdge;
}

/** What leads where in a small graph. */
export class Lookup {
  constructor(
    private readonly model: GraphModel,
    private readonly graph: SmallGraph,
  ) {}

  type(name: string): NodeType {
    return this.model.type(name);
  }

  byId(id: string, { kinds }: NodeType): GraphNode | undefined {
    return this.all({ kinds }).find((node) => node.id === id);
  }

  all({ kinds }: Pick<NodeType, 'kinds'>): GraphNode[] {
    return this.graph.nodes.filter(({ kind }) => kinds.includes(kind));
  }

  /** Where a relation leads from a node. The data may have several ends even of one to one. */
  ends(node: GraphNode, { edge, direction, target }: Relation): End[] {
    const [near, far] = direction === 'out' ? (['from', 'to'] as const) : (['to', 'from'] as const);
    return this.graph.edges
      .filter((own) => own.type === edge.type && own[near] === node.id)
      .flatMap((own) => {
        const end = this.byId(own[far], this.type(target));
        return end === undefined ? [] : [{ node: end, edge: own }];
      });
  }

  /** The one end of a relation to one, from which values are read: of several, that with the smallest id. */
  end(node: GraphNode, relation: Relation): End | undefined {
    return this.ends(node, relation).sort((a, b) => compare(a.node.id, b.node.id))[0];
  }
}

/** The value of a property of a node, null where it is missing. */
export const valueOf = (node: GraphNode, property: string): unknown =>
  property === 'id' ? node.id : (node.properties[property] ?? null);

/** The value of a property of the edge that leads to an end, null where it is missing. */
export const edgeValueOf = ({ edge }: End, property: string): unknown => edge?.properties[property] ?? null;

/** Text goes by code point, which is the order of its bytes in UTF-8; false is before true. */
export function compare(a: unknown, b: unknown): number {
  if (typeof a === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b as string));
  return Number(a) - Number(b);
}
