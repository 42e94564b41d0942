import { cursorsOf, offset, offsets } from './pages.mjs';
import { byId, one } from './shapes.mjs';

export const sortedPage = {
  name: 'sorted-page',
  title: 'sorted page, two levels below',
  description:
    'One of the first eight pages of 25 corporations by name, ten plants of each by name, their chemistries and country.',
  parameters: () => Array.from({ length: 8 }, (_, page) => ({ page })),
  anode: {
    query: `query ($first: Int!, $after: String) {
      corporations(orderBy: [{ name: ASC }], first: $first, after: $after) {
        nodes {
          id name
          plants(orderBy: [{ name: ASC }], first: 10) {
            nodes { id name chemistries { nodes { id name } } country { id name } }
          }
        }
      }
    }`,
    variables: (pages, ask) => cursorsOf('corporations(orderBy: [{ name: ASC }], %)', pages, ask),
    rows: ({ corporations }) =>
      corporations.nodes.map(({ id, name, plants }) => ({
        id,
        name,
        plants: plants.nodes.map((plant) => ({ ...plant, chemistries: byId(plant.chemistries.nodes) })),
      })),
  },
  peer: {
    query: `query ($limit: Int!, $offset: Int!) {
      corporations(sort: [{ name: ASC }], limit: $limit, offset: $offset) {
        id name
        plants(sort: [{ name: ASC }], limit: 10) {
          id name
          chemistries { id name }
          country { id name }
        }
      }
    }`,
    variables: offsets,
    rows: ({ corporations }) =>
      corporations.map(({ id, name, plants }) => ({
        id,
        name,
        plants: plants.map((plant) => ({
          ...plant,
          chemistries: byId(plant.chemistries),
          country: one(plant.country),
        })),
      })),
  },
  nested: {
    statement: `
      MATCH (c:Corporation)
      WITH c ORDER BY c.name SKIP $offset LIMIT $limit
      RETURN c.id AS id, c.name AS name, COLLECT {
        MATCH (c)-[:OPERATES]->(p:Plant)
        WITH p ORDER BY p.name LIMIT 10
        RETURN p {
          .id, .name,
          chemistries: [(p)-[:PRODUCES]->(b:BatteryChemistry) | b {.id, .name}],
          country: head([(p)-[:LOCATED_IN]->(k:Country) | k {.id, .name}])
        }
      } AS plants`,
    parameters: offset,
    rows: (records) =>
      records.map((record) => ({
        ...record,
        plants: record.plants.map((plant) => ({ ...plant, chemistries: byId(plant.chemistries) })),
      })),
  },
};
