import { claimedTypes as types } from '../graph/evidence.mjs';
import { sampleOf } from '../works/sample.mjs';

/** Not crossed unless asked for, by Anode; said aloud to Cypher. */
const hubs = ['Country', 'BatteryChemistry', 'Material'];

/** How many paths a page has, and how many rows the hand-written statement may give. */
const page = 10;

const path = `nodes { account length strength nodes { id name } footnotes { number claims { id } } }
  pageInfo { hasNextPage } search { exhaustive nodesExpanded }`;

const trace = (name, maxHops, more = '') => `query ${name}($from: [ID!]!, $to: [ID!]!) {
  trace(from: $from, to: $to, maxHops: ${maxHops}, first: ${page}${more}) { ${path} }
}`;

const between = `
  MATCH (a:Corporation {id: $from}), (b:Corporation {id: $to})
  MATCH p = allShortestPaths((a)-[rs:${types.join('|')}*..4]-(b))
  WHERE none(n IN nodes(p) WHERE ${hubs.map((kind) => `n:${kind}`).join(' OR ')})`;

/** The shortest chains between two corporations that cross no hub, with nothing behind them. */
export const plainInCypher = `${between}
  RETURN [n IN nodes(p) | n.id] AS ids, [r IN rs | type(r)] AS types LIMIT ${page}`;

/** What Anode is there for: hops that somebody vouches for and that all held on some day, with who says so. */
const conditioned = `query Conditioned($from: [ID!]!, $to: [ID!]!) {
  trace(from: $from, to: $to, maxHops: 4, first: ${page}, time: JOINT, where: { minConfidence: MEDIUM }) {
    nodes {
      nodes { id name }
      hops { kind since until confidence claims { id confidence source { id name } } }
    }
    search { exhaustive nodesExpanded }
  }
}`;

const firstDay = (date) => `left(${date} + '-01-01', 10)`;
const lastDay = (date) => `left(${date} + CASE size(${date}) WHEN 4 THEN '-12-31' ELSE '-31' END, 10)`;
const latest = `reduce(day = '', r IN rs | CASE WHEN ${firstDay('r.since')} > day THEN ${firstDay('r.since')} ELSE day END)`;
const earliest = `reduce(day = '9999', r IN rs | CASE WHEN ${lastDay('r.until')} < day THEN ${lastDay('r.until')} ELSE day END)`;

/** The same by hand: the conditions are part of the match, so that where the shortest chains fail them, longer ones are found. */
const conditionedInCypher = (limit) => `${between}
    AND all(r IN rs WHERE r.confidence IN ['MEDIUM', 'HIGH'])
    AND ${latest} <= ${earliest}
  WITH p ${limit}
  CALL (p) {
    UNWIND range(0, length(p) - 1) AS at
    WITH at, relationships(p)[at] AS r
    UNWIND r.claimIds AS claimId
    MATCH (c:Claim {id: claimId})-[:STATED_BY]->(s:Source)
    WITH at, r, collect({id: c.id, confidence: c.confidence, source: {id: s.id, name: s.name}}) AS claims
    ORDER BY at
    RETURN collect({kind: type(r), since: r.since, until: r.until, confidence: r.confidence, claims: claims}) AS hops
  }
  RETURN [n IN nodes(p) | {id: n.id, name: n.name}] AS nodes, hops`;

/** A page of them, and all there are, to compare with. */
export const conditionedPageInCypher = conditionedInCypher(`LIMIT ${page}`);
export const allConditionedInCypher = conditionedInCypher('');

/** What is asked, as `{ query, variables }`, with the pairs behind them. */
export function questionsOf(sizes) {
  const { many, corporation, country } = sampleOf(sizes);
  const pairs = many(() => twoOf(corporation));
  const countries = twoOf(() => country(1, 10));
  const [largest, second] = [corporation(1, 1), corporation(2, 2)];
  return {
    pairs,
    typical: pairs.map((pair) => ({ query: trace('Typical', 4), variables: asLists(pair) })),
    conditioned: pairs.map((pair) => ({ query: conditioned, variables: asLists(pair) })),
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
