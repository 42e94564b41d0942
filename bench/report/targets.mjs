/** Times the peer that Anode on Neo4j is to reach, by work; [up to 100,000 nodes, beyond]. */
const ratios = {
  'point-with-relations': [3, 4],
  'sorted-page': [4.5, 12],
  'sorted-page-edges': [5, 18],
  'partnership-trace': [5, 2.5],
  'filter-two-relations': [12, 15],
};

const others = [1.5, 3];

/** Of its own statement through the bare driver, in every work. */
const ofStatement = 0.6;

/** Resident memory of a server under load, in bytes. */
const memory = 400 * 1024 * 1024;

/** What a report falls short of, a sentence each. */
export function shortfalls({ size, works, memory: used }) {
  const ratioOf = (name) => (ratios[name] ?? others)[size > 100_000 ? 1 : 0];
  const sentences = works.flatMap(({ name, title, contenders }) => {
    const { 'anode-neo4j': anode, peer, statement } = contenders;
    if (anode?.rate === undefined) return anode?.cannot ? [`${title}: Anode cannot do it`] : [];
    return [
      shortOf(title, 'of the peer', anode.rate / peer?.rate, ratioOf(name)),
      shortOf(title, 'of its own statement', anode.rate / statement?.rate, ofStatement),
    ];
  });
  const resident = used['anode-neo4j'];
  if (resident > memory) sentences.push(`memory: ${Math.round(resident / 2 ** 20)} MB, to stay under 400 MB`);
  return sentences.filter((sentence) => sentence !== undefined);
}

function shortOf(title, what, ratio, target) {
  if (!(ratio < target)) return undefined;
  return `${title}: ${ratio.toFixed(2)} ${what}, to reach ${target}`;
}
