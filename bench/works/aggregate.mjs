import { asTheyAre } from './shapes.mjs';

const statuses = ['PLANNED', 'UNDER_CONSTRUCTION', 'OPERATING', 'PAUSED', 'POSTPONED', 'CANCELLED', 'CLOSED'];

/** The peer groups by nothing, so that its users ask once for each status; countries it can at least list. */
const forPeer = (status) => `
  ${status}: plantsConnection(where: { node: { status: { eq: ${status} }, capacity: { gte: $least } } }) {
    aggregate { count { nodes } node { capacity { sum } } }
  }`;

/** Groups as `[isoCode, status, count, GWh/year]`, in an order of their own: none was asked for. */
const sorted = (groups) => groups.toSorted((a, b) => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1));

export const aggregate = {
  name: 'aggregate',
  title: 'aggregate by country and status',
  description: 'Number and total capacity of the plants of at least some size, by country and status.',
  parameters: ({ many, random }) => many(() => ({ least: Math.floor(random() * 20) / 2 })),
  anode: {
    query: `query ($least: Float!) {
      plantsAggregate(
        where: { capacity: { gte: $least } }
        groupBy: { country: { isoCode: true }, status: true }
        first: 500
      ) {
        groups { key { country { isoCode } status } count sum { capacity } }
      }
    }`,
    variables: asTheyAre,
    rows: ({ plantsAggregate: { groups } }) =>
      sorted(groups.map(({ key, count, sum }) => [key.country.isoCode, key.status, count, sum.capacity])),
  },
  peer: {
    query: `query ($least: Float!) { countries { isoCode ${statuses.map(forPeer).join('')} } }`,
    variables: asTheyAre,
    rows: ({ countries }) =>
      sorted(
        countries.flatMap(({ isoCode, ...byStatus }) =>
          Object.entries(byStatus)
            .map(
              ([
                status,
                {
                  aggregate: { count, node },
                },
              ]) => [isoCode, status, count.nodes, node.capacity.sum],
            )
            .filter(([, , count]) => count > 0),
        ),
      ),
  },
  nested: {
    statement: `
      MATCH (p:Plant)-[:LOCATED_IN]->(k:Country)
      WHERE p.capacity >= $least
      RETURN k.isoCode AS isoCode, p.status AS status, count(p) AS count, sum(p.capacity) AS capacity`,
    rows: (records) =>
      sorted(records.map(({ isoCode, status, count, capacity }) => [isoCode, status, count, capacity])),
  },
};
