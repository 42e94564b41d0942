import { asTheyAre } from './shapes.mjs';

export const filterTwoRelations = {
  name: 'filter-two-relations',
  title: 'filter through two relations',
  description: 'The first 25 corporations by name that have a plant in a country that makes a chemistry.',
  parameters: ({ many, country, chemistry }) =>
    many(() => ({ country: country(2, 40), chemistry: chemistry(2, 20) })),
  anode: {
    query: `query ($country: ID!, $chemistry: ID!) {
      corporations(
        where: {
          plants: { some: { country: { id: { eq: $country } }, chemistries: { some: { id: { eq: $chemistry } } } } }
        }
        orderBy: [{ name: ASC }]
        first: 25
      ) {
        nodes { id name }
      }
    }`,
    variables: asTheyAre,
    rows: ({ corporations }) => corporations.nodes,
  },
  peer: {
    query: `query ($country: ID!, $chemistry: ID!) {
      corporations(
        where: {
          plants: {
            some: { country: { some: { id: { eq: $country } } }, chemistries: { some: { id: { eq: $chemistry } } } }
          }
        }
        sort: [{ name: ASC }]
        limit: 25
      ) {
        id name
      }
    }`,
    variables: asTheyAre,
    rows: ({ corporations }) => corporations,
  },
  nested: {
    statement: `
      MATCH (c:Corporation)
      WHERE EXISTS {
        MATCH (c)-[:OPERATES]->(p:Plant)
        WHERE EXISTS { (p)-[:LOCATED_IN]->(:Country {id: $country}) }
          AND EXISTS { (p)-[:PRODUCES]->(:BatteryChemistry {id: $chemistry}) }
      }
      RETURN c.id AS id, c.name AS name ORDER BY c.name LIMIT 25`,
    rows: (records) => records,
  },
};
