import { asTheyAre, byId } from './shapes.mjs';

/** At each corporation so many of its partnerships, the first by name. */
const partnerships = 15;

/** No partnership of the generator has more partners; so this cuts off none, and the peer needs no limit. */
const participants = 4;

/** The selection of partnerships, whose partners have partnerships in turn, `depth` times. */
const forAnode = (depth) => `
  partnerships(orderBy: [{ name: ASC }], first: ${partnerships}) {
    nodes {
      id name
      ${depth === 0 ? '' : `participants(first: ${participants}) { nodes { id name ${forAnode(depth - 1)} } }`}
    }
  }`;

const forPeer = (depth) => `
  partnerships(sort: [{ name: ASC }], limit: ${partnerships}) {
    id name
    ${depth === 0 ? '' : `participants { id name ${forPeer(depth - 1)} }`}
  }`;

/** The same as an expression of Cypher, from the corporation of that variable. */
const inCypher = (from, depth) => `COLLECT {
  MATCH (${from})-[:PARTICIPATES_IN]->(s${depth}:Partnership)
  WITH s${depth} ORDER BY s${depth}.name LIMIT ${partnerships}
  RETURN s${depth} {.id, .name ${depth === 0 ? '' : `, participants: ${partnersInCypher(depth)}`}}
}`;

const partnersInCypher = (depth) => `COLLECT {
  MATCH (s${depth})<-[:PARTICIPATES_IN]-(c${depth}:Corporation)
  RETURN c${depth} {.id, .name, partnerships: ${inCypher(`c${depth}`, depth - 1)}}
}`;

const fromAnode = ({ id, name, partnerships: connection }) => ({
  id,
  name,
  partnerships: connection.nodes.map((node) => ({
    ...node,
    ...(node.participants && { participants: byId(node.participants.nodes).map(fromAnode) }),
  })),
});

const fromLists = ({ id, name, partnerships: nodes }) => ({
  id,
  name,
  partnerships: nodes.map((node) => ({
    ...node,
    ...(node.participants && { participants: byId(node.participants).map(fromLists) }),
  })),
});

export const partnershipTrace = {
  name: 'partnership-trace',
  title: 'five-level partnership trace',
  description:
    "A corporation's first fifteen partnerships by name, their partners, fifteen partnerships of each, their partners, and fifteen partnerships of each of those.",
  /** Those with neither the most partnerships nor hardly any. */
  parameters: ({ many, corporation }) => many(() => ({ id: corporation(20, 600) })),
  anode: {
    query: `query ($id: ID!) { corporation(id: $id) { id name ${forAnode(2)} } }`,
    variables: asTheyAre,
    rows: ({ corporation }) => [fromAnode(corporation)],
  },
  peer: {
    query: `query ($id: ID!) { corporations(where: { id: { eq: $id } }) { id name ${forPeer(2)} } }`,
    variables: asTheyAre,
    rows: ({ corporations }) => corporations.map(fromLists),
  },
  nested: {
    statement: `
      MATCH (c:Corporation {id: $id})
      RETURN c.id AS id, c.name AS name, ${inCypher('c', 2)} AS partnerships`,
    rows: (records) => records.map(fromLists),
  },
};
