import { pick, randomFrom } from './random.mjs';

/** The kinds of edges that claims are made for: those that traces walk. */
export const claimedTypes = [
  'OWNS',
  'SUPPLIES',
  'PARTICIPATES_IN',
  'OPERATES',
  'INVESTED_BY',
  'FUNDS',
  'BELONGS_TO',
];

const confidences = [
  ['HIGH', 45],
  ['MEDIUM', 35],
  ['LOW', 20],
];

/** So many claims a source makes. */
const claimsOfSource = 50;

/** Some are known to the month, some to the year. */
const inYear = (year, random) =>
  random() < 0.5 ? `${year}` : `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}`;

/** Most have held since some day; a quarter of them are over, or will be. */
function period(random) {
  const since = 2005 + Math.floor(random() * 19);
  const until = since + 1 + Math.floor(random() * 8);
  return {
    ...(random() < 0.9 && { since: inYear(since, random) }),
    ...(random() < 0.25 && { until: inYear(until, random) }),
  };
}

/**
 * The same edges, those of the claimed types with what their claims say: since when and until when they held, how sure that is,
 * and the ids of one or two claims.
 */
export function* withClaims(edges, seed) {
  const random = randomFrom(seed + 2);
  let next = 0;
  for (const edge of edges) {
    if (!claimedTypes.includes(edge.type)) {
      yield edge;
      continue;
    }
    const claimIds = Array.from({ length: random() < 0.3 ? 2 : 1 }, () => `claim/c${next++}`);
    const properties = {
      ...edge.properties,
      ...period(random),
      confidence: pick(confidences, random),
      claimIds,
    };
    yield { ...edge, properties };
  }
}

/** The claims behind such edges, and the sources that state them, as nodes. */
export function* claimNodesOf(edges) {
  let claims = 0;
  for (const { properties } of edges)
    for (const id of properties.claimIds ?? []) {
      if (claims++ % claimsOfSource === 0) yield sourceAt(claims - 1);
      const { since, until, confidence } = properties;
      yield {
        kind: 'Claim',
        properties: {
          id,
          name: id,
          confidence,
          status: 'STANDING',
          shown: true,
          ...(since !== undefined && { validFrom: since }),
          ...(until !== undefined && { validUntil: until }),
        },
      };
    }
}

/** Who states each of these claims. */
export function* statementsOf(edges) {
  let claims = 0;
  for (const { properties } of edges)
    for (const id of properties.claimIds ?? [])
      yield { type: 'STATED_BY', from: id, to: sourceAt(claims++).properties.id, properties: {} };
}

function sourceAt(claim) {
  const number = Math.floor(claim / claimsOfSource);
  return { kind: 'Source', properties: { id: `source/s${number}`, name: `Source ${number}` } };
}
