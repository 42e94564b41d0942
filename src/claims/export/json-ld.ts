import type { Graph, GraphEdge, GraphModel, GraphNode } from '../../model';
import { grouped } from './grouped';

const context = {
  '@vocab': 'urn:anode:',
  '@base': 'urn:anode:',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  name: 'rdfs:label',
  enteredAt: { '@id': 'prov:generatedAtTime', '@type': 'xsd:dateTime' },
};

/** What relations of evidence are in PROV and RDF, by the type of their edges. */
const termsOf = (model: GraphModel): ReadonlyMap<string, string> => {
  const type = (kind: string, relation: string): string => model.type(kind).relation(relation)!.edge.type;
  return new Map([
    [type('Claim', 'subject'), 'rdf:subject'],
    [type('Claim', 'object'), 'rdf:object'],
    [type('Claim', 'source'), 'prov:hadPrimarySource'],
    [type('Claim', 'attributedTo'), 'prov:wasAttributedTo'],
    [type('Source', 'cites'), 'prov:wasDerivedFrom'],
    [type('Source', 'party'), 'prov:wasAttributedTo'],
  ]);
};

/**
 * A graph as JSON-LD: one document whose `@graph` is written a line a node. Claims are entities of PROV with the source they
 * come from and those they are attributed to; an edge that rests on claims is a statement of its own, derived from them.
 */
export async function* printJsonLd(
  model: GraphModel,
  parts: AsyncIterable<Graph>,
  has: (id: string) => boolean,
): AsyncGenerator<string> {
  const terms = termsOf(model);
  const edgeTypes = new Set(model.kinds.flatMap(({ relations }) => relations.map(({ edge }) => edge.type)));
  yield `{"@context":${JSON.stringify(context)},"@graph":[\n`;
  let separator = '';
  for await (const { nodes, edges } of parts) {
    const bySource = grouped(
      [...edges.values()].filter(({ type, to }) => edgeTypes.has(type) && has(to)),
      ({ from }) => from,
    );
    for (const node of nodes.values()) {
      const own = bySource.get(node.id) ?? [];
      const things = [describeNode(model, node, own, terms), ...own.flatMap((edge) => describeEdge(edge))];
      for (const thing of things) {
        yield `${separator}${JSON.stringify(thing)}`;
        separator = ',\n';
      }
    }
  }
  yield '\n]}\n';
}

const classes: Readonly<Record<string, readonly string[]>> = {
  Claim: ['prov:Entity', 'rdf:Statement'],
  Source: ['prov:Entity'],
  Conflict: ['prov:Entity'],
};

function describeNode(
  model: GraphModel,
  { id, kind, properties }: GraphNode,
  edges: readonly GraphEdge[],
  terms: ReadonlyMap<string, string>,
): object {
  const type = model.type(kind);
  const isParty = type.interfaces.includes('Party');
  const values = Object.entries(properties).filter(([name]) => type.property(name) !== undefined);
  const links = [...grouped(edges, (edge) => terms.get(edge.type) ?? edge.type)].map(
    ([term, own]) => [term, own.map(({ to }) => ({ '@id': to }))] as const,
  );
  return {
    '@id': id,
    '@type': [kind, ...(classes[kind] ?? []), ...(isParty ? ['prov:Agent'] : [])],
    ...Object.fromEntries(values),
    ...Object.fromEntries(links),
  };
}

/** An edge that rests on claims, as a statement. */
function describeEdge({ type, from, to, properties }: GraphEdge): object[] {
  const { claimIds, ...own } = properties;
  if (!Array.isArray(claimIds)) return [];
  return [
    {
      '@type': 'rdf:Statement',
      'rdf:subject': { '@id': from },
      'rdf:predicate': { '@id': type },
      'rdf:object': { '@id': to },
      ...own,
      'prov:wasDerivedFrom': (claimIds as string[]).map((id) => ({ '@id': id })),
    },
  ];
}
