import {
  firstDay,
  lastDay,
  neverWithdrawn,
  openEnd,
  openStart,
  policies,
  printRow,
  rowNames,
  type GraphProperties,
} from '../model';
import type { Span } from './curation';
import type { ClaimRecord } from './evidence';
import { rankedSpans, rankOfConfidence, type Weights } from './resolve';

/** One that was withdrawn nobody knows when counts for no reading. */
export const everCounted = ({ status, withdrawnAt }: ClaimRecord): boolean =>
  status !== 'WITHDRAWN' || withdrawnAt !== undefined;

/** A span of a claim as a row of evidence. */
export const rowOf = ({ claim, entered, withdrawn = neverWithdrawn }: Span): string =>
  printRow({
    from: claim.validFrom === undefined ? openStart : firstDay(claim.validFrom),
    until: claim.validUntil === undefined ? openEnd : lastDay(claim.validUntil),
    entered,
    withdrawn,
    groups: [[claim.source], claim.attributedTo.toSorted()].filter((ids) => ids.length > 0),
  });

/**
 * Where rows stand in the order of each policy. Of a single row nothing is to be said.
 *
 * @param spans those of all rows, in their order
 * @param chosen those among them that state something
 */
export function placesOf(
  property: string,
  spans: readonly Span[],
  chosen: readonly Span[],
  weights: Weights,
): GraphProperties {
  if (spans.length === 1) return {};
  const orders = policies.map((policy) =>
    rankedSpans(chosen, weights, policy).map((span) => spans.indexOf(span)),
  );
  const differs = (order: readonly number[]): boolean => order.some((place, at) => place !== orders[0]![at]);
  return Object.fromEntries(
    policies.flatMap((policy, at) =>
      at === 0 || differs(orders[at]!) ? [[rowNames.places(property, policy), orders[at]!]] : [],
    ),
  );
}

/** How a property is chosen in an order of its own, whatever the policy. */
export interface Way {
  /** The claims that state something, the one that counts first. */
  readonly ranked: <T extends Claimed>(claimed: readonly T[]) => readonly T[];
  /** What a claim states; the empty text for nothing. */
  readonly valueOf: (claim: ClaimRecord) => string;
}

/** A claim, or a span of one. */
type Claimed = Pick<Span, 'claim'>;

const sortedBy = <T extends Claimed>(claimed: readonly T[], keyOf: (claim: ClaimRecord) => string): T[] =>
  claimed.toSorted((a, b) => (keyOf(a.claim) < keyOf(b.claim) ? -1 : 1));

/** The earliest beginning that is stated. */
export const earliest: Way = {
  ranked: (claimed) =>
    sortedBy(
      claimed.filter(({ claim }) => claim.validFrom !== undefined),
      ({ validFrom }) => validFrom!,
    ),
  valueOf: ({ validFrom }) => validFrom ?? '',
};

/** The latest end; none is later than all. */
export const latest: Way = {
  ranked: (claimed) =>
    sortedBy(claimed, ({ validUntil: end }) =>
      end === undefined ? `${openEnd} ` : `${lastDay(end)} ${end}`,
    ).toReversed(),
  valueOf: ({ validUntil }) => validUntil ?? '',
};

export const mostConfidentFirst: Way = {
  ranked: (claimed) => sortedBy(claimed, ({ confidence }) => String(9 - rankOfConfidence(confidence))),
  valueOf: ({ confidence }) => confidence,
};

/** The values of a property, and the places of its rows in an order of its own. */
export const rowsInOrder = (
  property: string,
  spans: readonly Span[],
  { ranked, valueOf }: Way,
): GraphProperties => ({
  [rowNames.values(property)]: spans.map(({ claim }) => valueOf(claim)),
  ...(spans.length > 1 && {
    [rowNames.places(property, 'DEFAULT')]: ranked(spans).map((span) => spans.indexOf(span)),
  }),
});
