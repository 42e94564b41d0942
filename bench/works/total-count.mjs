import { asTheyAre } from './shapes.mjs';

export const totalCount = {
  name: 'total-count',
  title: 'totalCount of a filtered list',
  description: 'How many plants of a status there are in a country.',
  parameters: ({ many, country, random }) =>
    many(() => ({
      country: country(),
      status: ['PLANNED', 'UNDER_CONSTRUCTION', 'OPERATING'][Math.floor(random() * 3)],
    })),
  anode: {
    query: `query ($country: ID!, $status: PlantStatus!) {
      plants(where: { country: { id: { eq: $country } }, status: { eq: $status } }) { totalCount }
    }`,
    variables: asTheyAre,
    rows: ({ plants }) => [plants.totalCount],
  },
  peer: {
    query: `query ($country: ID!, $status: PlantStatus!) {
      plantsConnection(where: { country: { some: { id: { eq: $country } } }, status: { eq: $status } }) {
        aggregate { count { nodes } }
      }
    }`,
    variables: asTheyAre,
    rows: ({ plantsConnection }) => [plantsConnection.aggregate.count.nodes],
  },
  nested: {
    statement: `
      MATCH (:Country {id: $country})<-[:LOCATED_IN]-(p:Plant {status: $status})
      RETURN count(p) AS plants`,
    rows: ([{ plants }]) => [plants],
  },
};
