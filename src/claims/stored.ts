import {
  counted,
  searchProperties,
  type Graph,
  type GraphEdge,
  type GraphModel,
  type GraphNode,
  type GraphProperties,
} from '../model';
import type {
  ClaimRecord,
  Contradiction,
  DecisionRecord,
  EntityRecord,
  Evidence,
  SourceRecord,
} from './evidence';

/** The evidence that a graph was made from, read back from its evidence nodes. The inverse of `materialise`. */
export function evidenceOf(model: GraphModel, graph: Graph): Evidence {
  const ends = new EndFinder(model, graph);
  const nodes = [...graph.nodes.values()];
  const ofKind = (kind: string): GraphNode[] => nodes.filter((node) => node.kind === kind);
  return {
    entities: nodes.filter(({ id }) => !model.kindOfId(id)!.evidence).map(identityOf),
    sources: ofKind('Source').map((node) => ({
      ...(withoutTerms(node.properties) as Partial<SourceRecord>),
      ...identityOf(node),
      party: ends.of(node, 'party')[0],
      cites: ends.of(node, 'cites'),
    })),
    claims: ofKind('Claim').map((node) => claimOf(node, ends)),
    contradictions: ofKind('Conflict')
      .filter(({ properties }) => properties['kind'] !== 'VALUE')
      .map((node) => contradictionOf(node, ends)),
    decisions: ofKind('Decision').map((node) => decisionOf(node, ends)),
  };
}

/** What `materialise` adds is left out, so that it is made anew. */
function withoutTerms(properties: GraphProperties): GraphProperties {
  const { [searchProperties.kind]: kind, [searchProperties.names]: names, ...rest } = properties;
  const { [searchProperties.words]: words, ...own } = rest;
  return own;
}

const identityOf = ({ id, properties }: GraphNode): EntityRecord => ({
  id,
  name: properties['name'] as string,
  aliases: (properties['aliases'] as string[] | undefined) ?? [],
});

function claimOf({ id, properties }: GraphNode, ends: EndFinder): ClaimRecord {
  const node = { id };
  const claim: Record<string, unknown> = {
    id,
    subject: ends.of(node, 'subject')[0]!,
    source: ends.of(node, 'source')[0]!,
    attributedTo: ends.of(node, 'attributedTo'),
  };
  for (const name in properties) if (!madeOfClaims.has(name)) claim[name] = properties[name];
  return claim as unknown as ClaimRecord;
}

/** What `materialise` adds to a claim is left out, so that it is made anew. */
const madeOfClaims: ReadonlySet<string> = new Set([
  'name',
  'shown',
  'number',
  counted.sources,
  counted.origins,
]);

function contradictionOf({ id, properties }: GraphNode, ends: EndFinder): Contradiction {
  const { name, shownValue, shownBecause, spread, ...own } = properties;
  const node = { id };
  return {
    ...(own as unknown as Contradiction),
    id,
    subject: ends.of(node, 'subject')[0]!,
    sides: ends.of(node, 'sides'),
  };
}

function decisionOf({ id, properties }: GraphNode, ends: EndFinder): DecisionRecord {
  const { name, enteredAt, features, ...own } = properties;
  const node = { id };
  return {
    ...(own as unknown as DecisionRecord),
    id,
    claim: ends.of(node, 'claim')[0],
    entities: ends.of(node, 'entities'),
    features: (features as string[] | undefined) ?? [],
  };
}

/** Finds the other ends of the relations of evidence. */
class EndFinder {
  private readonly edges = new Map<string, GraphEdge[]>();

  constructor(
    private readonly model: GraphModel,
    graph: Graph,
  ) {
    for (const edge of graph.edges.values()) {
      const key = `${edge.from} ${edge.type}`;
      const known = this.edges.get(key);
      if (known === undefined) this.edges.set(key, [edge]);
      else known.push(edge);
    }
  }

  of({ id }: Pick<GraphNode, 'id'>, relationName: string): string[] {
    const relation = this.model.kindOfId(id)!.relation(relationName)!;
    const edges = this.edges.get(`${id} ${relation.edge.type}`) ?? [];
    return edges.length === 1 ? [edges[0]!.to] : edges.map((edge) => edge.to).toSorted();
  }
}
