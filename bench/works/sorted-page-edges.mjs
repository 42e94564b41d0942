import { cursorsOf, offset, offsets } from './pages.mjs';

export const sortedPageEdges = {
  name: 'sorted-page-edges',
  title: 'sorted page with edge properties and totalCount',
  description:
    'One of the first eight pages of 25 corporations by name, five plants of each by name with the share in them, and how many plants it has.',
  parameters: () => Array.from({ length: 8 }, (_, page) => ({ page })),
  anode: {
    query: `query ($first: Int!, $after: String) {
      corporations(orderBy: [{ name: ASC }], first: $first, after: $after) {
        nodes {
          id name
          plants(orderBy: [{ name: ASC }], first: 5) { totalCount edges { share node { id name } } }
        }
      }
    }`,
    variables: (pages, ask) => cursorsOf('corporations(orderBy: [{ name: ASC }], %)', pages, ask),
    rows: ({ corporations }) => corporations.nodes,
  },
  peer: {
    query: `query ($limit: Int!, $offset: Int!) {
      corporations(sort: [{ name: ASC }], limit: $limit, offset: $offset) {
        id name
        plantsConnection(sort: [{ node: { name: ASC } }], first: 5) {
          totalCount
          edges { properties { share } node { id name } }
        }
      }
    }`,
    variables: offsets,
    rows: ({ corporations }) =>
      corporations.map(({ id, name, plantsConnection: { totalCount, edges } }) => ({
        id,
        name,
        plants: { totalCount, edges: edges.map(({ properties, node }) => ({ ...properties, node })) },
      })),
  },
  nested: {
    statement: `
      MATCH (c:Corporation)
      WITH c ORDER BY c.name SKIP $offset LIMIT $limit
      RETURN c.id AS id, c.name AS name, {
        totalCount: COUNT { (c)-[:OPERATES]->() },
        edges: COLLECT {
          MATCH (c)-[r:OPERATES]->(p:Plant)
          WITH r, p ORDER BY p.name LIMIT 5
          RETURN {share: r.share, node: p {.id, .name}}
        }
      } AS plants`,
    parameters: offset,
    rows: (records) => records,
  },
};
