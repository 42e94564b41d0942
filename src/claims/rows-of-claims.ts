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
import type { ClaimRecord } from './evidence';
import { rankOfConfidence, ranked, type Weights } from './resolve';

/** One that was withdrawn nobody knows when counts for no reading. */
export const everCounted = ({ status, withdrawnAt }: ClaimRecord): boolean =>
  status !== 'WITHDRAWN' || withdrawnAt !== undefined;

/** A claim as a row of evidence. */
export const rowOf = (claim: ClaimRecord): string =>
  printRow({
    from: claim.validFrom === undefined ? openStart : firstDay(claim.validFrom),
    until: claim.validUntil === undefined ? openEnd : lastDay(claim.validUntil),
    entered: claim.enteredAt,
    withdrawn: claim.withdrawnAt ?? neverWithdrawn,
    groups: [[claim.source], claim.attributedTo.toSorted()].filter((ids) => ids.length > 0),
  });

/**
 * Where rows stand in the order of each policy. Of a single row nothing is to be said.
 *
 * @param claims those of all rows, in their order
 * @param chosen those among them that state something
 */
export function placesOf(
  property: string,
  claims: readonly ClaimRecord[],
  chosen: readonly ClaimRecord[],
  weights: Weights,
): GraphProperties {
  if (claims.length === 1) return {};
  const orders = policies.map((policy) =>
    ranked(chosen, weights, policy).map((claim) => claims.indexOf(claim)),
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
  readonly ranked: (claims: readonly ClaimRecord[]) => readonly ClaimRecord[];
  /** What a claim states; the empty text for nothing. */
  readonly valueOf: (claim: ClaimRecord) => string;
}

const sortedBy = (claims: readonly ClaimRecord[], keyOf: (claim: ClaimRecord) => string): ClaimRecord[] =>
  claims.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

/** The earliest beginning that is stated. */
export const earliest: Way = {
  ranked: (claims) =>
    sortedBy(
      claims.filter(({ validFrom }) => validFrom !== undefined),
      ({ validFrom }) => validFrom!,
    ),
  valueOf: ({ validFrom }) => validFrom ?? '',
};

/** The latest end; none is later than all. */
export const latest: Way = {
  ranked: (claims) =>
    sortedBy(claims, ({ validUntil: end }) =>
      end === undefined ? `${openEnd} ` : `${lastDay(end)} ${end}`,
    ).toReversed(),
  valueOf: ({ validUntil }) => validUntil ?? '',
};

export const mostConfidentFirst: Way = {
  ranked: (claims) => sortedBy(claims, ({ confidence }) => String(9 - rankOfConfidence(confidence))),
  valueOf: ({ confidence }) => confidence,
};

/** The values of a property, and the places of its rows in an order of its own. */
export const rowsInOrder = (
  property: string,
  claims: readonly ClaimRecord[],
  { ranked: inOrder, valueOf }: Way,
): GraphProperties => ({
  [rowNames.values(property)]: claims.map(valueOf),
  ...(claims.length > 1 && {
    [rowNames.places(property, 'DEFAULT')]: inOrder(claims).map((claim) => claims.indexOf(claim)),
  }),
});
