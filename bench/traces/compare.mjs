import { isDeepStrictEqual } from 'node:util';
import { allConditionedInCypher, plainInCypher } from './questions.mjs';

/**
 * Fails where Anode and Cypher find other shortest paths between some pair: without conditions their length is compared, with
 * them all that is said of them.
 *
 * @returns the fractions of the pairs that are connected without conditions and with them
 */
export async function comparePaths(anode, bolt, { pairs, typical, conditioned }) {
  let [plain, met] = [0, 0];
  for (const [at, [from, to]] of pairs.entries()) {
    const [record] = await bolt.records(plainInCypher, { from, to });
    const { trace } = await anode.data(typical[at].query, typical[at].variables);
    const shortest = record?.get('types').length;
    if (trace.search.exhaustive && trace.nodes[0]?.length !== shortest)
      throw new Error(`${from} to ${to}: ${trace.nodes[0]?.length} hops, and ${shortest} by Cypher`);
    plain += Number(shortest !== undefined);
    met += Number(await areSame(anode, bolt, conditioned[at], { from, to }));
  }
  return { plain: plain / pairs.length, conditioned: met / pairs.length };
}

/** Whether there is a path, which has then been compared. */
async function areSame(anode, bolt, { query, variables }, pair) {
  const { trace } = await anode.data(query, variables);
  const records = await bolt.records(allConditionedInCypher, pair);
  const byCypher = new Map(
    records.map((record) => record.toObject()).map((path) => [keyOf(path), inOneShape(path)]),
  );
  const length = trace.nodes[0]?.hops.length;
  const shortest = trace.nodes.filter(({ hops }) => hops.length === length);
  // A page may end before the last of them, but not before there are longer ones.
  const isCut = shortest.length === trace.nodes.length && byCypher.size > shortest.length;
  const isEach = shortest.every((path) => isDeepStrictEqual(inOneShape(path), byCypher.get(keyOf(path))));
  if (!isEach || (!isCut && shortest.length !== byCypher.size))
    throw new Error(
      `${pair.from} to ${pair.to}: ${shortest.length} shortest paths, and ${byCypher.size} others by Cypher`,
    );
  return shortest.length > 0;
}

const keyOf = ({ nodes, hops }) =>
  [
    ...nodes.map(({ id }) => id),
    ...hops.map(({ kind, claims }) => [kind, ...claims.map(({ id }) => id).sort()]),
  ].join(' ');

const inOneShape = ({ nodes, hops }) => ({
  nodes,
  hops: hops.map((hop) => ({ ...hop, claims: hop.claims.toSorted((a, b) => (a.id < b.id ? -1 : 1)) })),
});
