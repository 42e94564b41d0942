import { asTheyAre, one } from './shapes.mjs';

export const pointWithRelations = {
  name: 'point-with-relations',
  title: 'point with relations',
  description: 'One corporation, its country, and the first ten of its plants by name.',
  parameters: ({ many, corporation }) => many(() => ({ id: corporation() })),
  anode: {
    query: `query ($id: ID!) {
      corporation(id: $id) {
        id name
        country { id name }
        plants(orderBy: [{ name: ASC }], first: 10) { nodes { id name status } }
      }
    }`,
    variables: asTheyAre,
    rows: ({ corporation: { plants, ...own } }) => [{ ...own, plants: plants.nodes }],
  },
  peer: {
    query: `query ($id: ID!) {
      corporations(where: { id: { eq: $id } }) {
        id name
        country { id name }
        plants(sort: [{ name: ASC }], limit: 10) { id name status }
      }
    }`,
    variables: asTheyAre,
    rows: ({ corporations }) =>
      corporations.map(({ id, name, country, plants }) => ({ id, name, country: one(country), plants })),
  },
  nested: {
    statement: `
      MATCH (c:Corporation {id: $id})
      RETURN c.id AS id, c.name AS name,
        head([(c)-[:HEADQUARTERED_IN]->(k:Country) | k {.id, .name}]) AS country,
        COLLECT {
          MATCH (c)-[:OPERATES]->(p:Plant) WITH p ORDER BY p.name LIMIT 10 RETURN p {.id, .name, .status}
        } AS plants`,
    rows: (records) => records,
  },
};
