import { cursorsOf, offset, offsets, pageSize } from './pages.mjs';

export const deepPage = {
  name: 'deep-page',
  title: 'page 400 of a sorted list',
  description: 'One of the pages 393 to 400 of 25 plants by name.',
  parameters({ sizes }) {
    const last = Math.min(400, Math.floor(sizes.plants / pageSize));
    return Array.from({ length: 8 }, (_, at) => ({ page: last - 8 + at }));
  },
  anode: {
    query: `query ($first: Int!, $after: String) {
      plants(orderBy: [{ name: ASC }], first: $first, after: $after) { nodes { id name status capacity } }
    }`,
    variables: (pages, ask) => cursorsOf('plants(orderBy: [{ name: ASC }], %)', pages, ask),
    rows: ({ plants }) => plants.nodes,
  },
  peer: {
    // Its cursors are offsets too, but with them it collects the whole list first.
    query: `query ($limit: Int!, $offset: Int!) {
      plants(sort: [{ name: ASC }], limit: $limit, offset: $offset) { id name status capacity }
    }`,
    variables: offsets,
    rows: ({ plants }) => plants,
  },
  nested: {
    statement: `
      MATCH (p:Plant)
      WITH p ORDER BY p.name SKIP $offset LIMIT $limit
      RETURN p.id AS id, p.name AS name, p.status AS status, p.capacity AS capacity`,
    parameters: offset,
    rows: (records) => records,
  },
};
