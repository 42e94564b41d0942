import { sampleOf } from '../works/sample.mjs';

/** Not crossed unless asked for, by Anode; said aloud to Cypher. */
const hubs = ['Country', 'BatteryChemistry', 'Material'];
const types = ['OWNS', 'SUPPLIES', 'PARTICIPATES_IN', 'OPERATES', 'INVESTED_BY', 'FUNDS', 'BELONGS_TO'];

/** How many paths a page has, and how many rows the hand-written statement may give. */
const page = 10;

const path = `nodes { account length strength nodes { id name } footnotes { number claims { id } } }
  pageInfo { hasNextPage } search { exhaustive nodesExpanded }`;

const trace = (name, maxHops, more = '') => `query ${name}($from: [ID!]!, $to: [ID!]!) {
  trace(from: $from, to: $to, maxHops: ${maxHops}, first: ${page}${more}) { ${path} }
}`;

/** The shortest chains between two corporations that cross no hub. */
export const shortestPathsInCypher = `
  MATCH (a:Corporation {id: $from}), (b:Corporation {id: $to})
  MATCH p = allShortestPaths((a)-[:${types.join('|')}*..4]-(b))
  WHERE none(n IN nodes(p) WHERE ${hubs.map((kind) => `n:${kind}`).join(' OR ')})
  RETURN [n IN nodes(p) | n.id] AS ids, [r IN relationships(p) | type(r)] AS types LIMIT ${page}`;

/** What is asked, as `{ query, variables }`, with the pairs behind them. */
export function questionsOf(sizes) {
  const { many, corporation, country } = sampleOf(sizes);
  const pairs = many(() => twoOf(corporation));
  const countries = twoOf(() => country(1, 10));
  const [largest, second] = [corporation(1, 1), corporation(2, 2)];
  return {
    pairs,
    typical: pairs.map((pair) => ({ query: trace('Typical', 4), variables: asLists(pair) })),
    neighborhoods: many(() => ({
      query: `query Around($of: [ID!]!) {
        neighborhood(of: $of, hops: 2, first: 500) { nodes { distance degree node { id name } } links { kind from { id } to { id } claims { id } } }
      }`,
      variables: { of: [corporation(20, sizes.corporations)] },
    })),
    /** Each with all that the limits allow. */
    worst: [
      { query: trace('Hubs', 6), variables: asLists(countries) },
      {
        query: trace('Joint', 6, ', time: JOINT, rankBy: MOST_RECENT'),
        variables: asLists([largest, second]),
      },
      {
        query: trace('Across', 6, `, where: { hubs: [Country, BatteryChemistry] }, rankBy: WEAKEST_LINK`),
        variables: asLists([largest, second]),
      },
      {
        query: trace('Nowhere', 8, ', where: { minConfidence: HIGH }'),
        variables: asLists([largest, second]),
      },
    ],
  };
}

function twoOf(draw) {
  const from = draw();
  for (;;) {
    const to = draw();
    if (to !== from) return [from, to];
  }
}

const asLists = ([from, to]) => ({ from: [from], to: [to] });
