import { asTheyAre } from './shapes.mjs';

export const orderByCount = {
  name: 'order-by-count',
  title: "order by a relation's count",
  description:
    'The corporations with the most plants, by name among equals: 25 of them, three more or fewer.',
  parameters: () => Array.from({ length: 7 }, (_, at) => ({ first: 22 + at })),
  anode: {
    query: `query ($first: Int!) {
      corporations(orderBy: [{ plants: { count: DESC } }, { name: ASC }], first: $first) { nodes { id name } }
    }`,
    variables: asTheyAre,
    rows: ({ corporations }) => corporations.nodes,
  },
  peer: {
    query: `query ($first: Int!) {
      corporations(sort: [{ plantCount: DESC }, { name: ASC }], limit: $first) { id name }
    }`,
    variables: asTheyAre,
    rows: ({ corporations }) => corporations,
  },
  nested: {
    statement: `
      MATCH (c:Corporation)
      WITH c, COUNT { (c)-[:OPERATES]->() } AS plants ORDER BY plants DESC, c.name LIMIT $first
      RETURN c.id AS id, c.name AS name`,
    rows: (records) => records,
  },
};
