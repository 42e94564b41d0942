import { asTheyAre, one } from './shapes.mjs';

export const filterOrNone = {
  name: 'filter-or-none',
  title: 'filter with OR and none',
  description:
    'The first 25 corporations by name that have their head office in a country or make a chemistry, and none of whose plants was cancelled.',
  parameters: ({ many, country, chemistry }) =>
    many(() => ({ country: country(2, 40), chemistry: chemistry(2, 20) })),
  anode: {
    query: `query ($country: ID!, $chemistry: ID!) {
      corporations(
        where: {
          OR: [{ country: { id: { eq: $country } } }, { chemistries: { some: { id: { eq: $chemistry } } } }]
          plants: { none: { status: { eq: CANCELLED } } }
        }
        orderBy: [{ name: ASC }]
        first: 25
      ) {
        nodes { id name country { id name } }
      }
    }`,
    variables: asTheyAre,
    rows: ({ corporations }) => corporations.nodes,
  },
  peer: {
    query: `query ($country: ID!, $chemistry: ID!) {
      corporations(
        where: {
          OR: [
            { country: { some: { id: { eq: $country } } } }
            { chemistries: { some: { id: { eq: $chemistry } } } }
          ]
          plants: { none: { status: { eq: CANCELLED } } }
        }
        sort: [{ name: ASC }]
        limit: 25
      ) {
        id name
        country { id name }
      }
    }`,
    variables: asTheyAre,
    rows: ({ corporations }) => corporations.map((node) => ({ ...node, country: one(node.country) })),
  },
  nested: {
    statement: `
      MATCH (c:Corporation)
      WHERE (
          EXISTS { (c)-[:HEADQUARTERED_IN]->(:Country {id: $country}) }
          OR EXISTS { (c)-[:MAKES]->(:BatteryChemistry {id: $chemistry}) }
        )
        AND NOT EXISTS { (c)-[:OPERATES]->(:Plant {status: 'CANCELLED'}) }
      WITH c ORDER BY c.name LIMIT 25
      RETURN c.id AS id, c.name AS name, head([(c)-[:HEADQUARTERED_IN]->(k:Country) | k {.id, .name}]) AS country`,
    rows: (records) => records,
  },
};
