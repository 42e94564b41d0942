import { notWithdrawn, type ClaimRecord } from './evidence';
import type { Lineage } from './lineage';

/** What was chosen among claims about one subject and property, and why. */
export interface Resolution {
  readonly shown: ClaimRecord;
  /** Completes “It is shown because …”. */
  readonly reason: string;
}

interface Candidate {
  readonly claim: ClaimRecord;
  /** How many independent origins say the same. */
  readonly origins: number;
  readonly published: string;
}

interface Criterion {
  readonly reason: string;
  /** Larger is better. */
  readonly rank: (candidate: Candidate) => number | string;
}

const statusRank: Readonly<Record<string, number>> = { STANDING: 2, SUPERSEDED: 1, DISPUTED: 0 };
const confidenceRank: Readonly<Record<string, number>> = { HIGH: 2, MEDIUM: 1, LOW: 0 };

/** The default policy: each criterion decides among those that all before it left equal. */
const criteria: readonly Criterion[] = [
  { reason: 'the others are disputed or superseded', rank: ({ claim }) => statusRank[claim.status] ?? 0 },
  { reason: 'it is of the latest period', rank: ({ claim }) => claim.validFrom ?? '' },
  { reason: 'it is the most confident', rank: ({ claim }) => confidenceRank[claim.confidence] ?? 0 },
  { reason: 'most independent origins say so', rank: ({ origins }) => origins },
  { reason: 'its source is the latest', rank: ({ published }) => published },
];

/** The highest confidence among claims. */
export const mostConfident = (claims: readonly ClaimRecord[]): string | undefined =>
  claims.map(({ confidence }) => confidence).toSorted((a, b) => confidenceRank[b]! - confidenceRank[a]!)[0];

const lastResort = 'nothing tells them apart, and its id comes first';

/** Chooses among the claims about one subject and property. Undefined where all of them are withdrawn. */
export function resolve(claims: readonly ClaimRecord[], lineage: Lineage): Resolution | undefined {
  let left = candidatesOf(notWithdrawn(claims), lineage);
  if (left.length === 0) return undefined;
  let reason = saysTheSame(left) ? 'nobody says otherwise' : lastResort;
  for (const criterion of criteria) {
    const best = left.map(criterion.rank).reduce((a, b) => (a < b ? b : a));
    const better = left.filter((candidate) => criterion.rank(candidate) === best);
    // What leaves a single value is the reason; the criteria after it only choose who is cited for it.
    if (saysTheSame(better) && !saysTheSame(left)) ({ reason } = criterion);
    left = better;
  }
  const [first] = left.toSorted((a, b) => (a.claim.id < b.claim.id ? -1 : 1));
  return { shown: first!.claim, reason };
}

/** Whether two claims state the same value, numbers being compared as numbers and words without their case. */
export function sameValue(a: ClaimRecord, b: ClaimRecord): boolean {
  if (a.unit !== b.unit) return false;
  if (a.value === b.value) return true;
  const [x, y] = [Number(a.value), Number(b.value)];
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x === y;
  return a.value.trim().toLowerCase() === b.value.trim().toLowerCase();
}

const saysTheSame = (candidates: readonly Candidate[]): boolean =>
  candidates.every(({ claim }) => sameValue(claim, candidates[0]!.claim));

const candidatesOf = (claims: readonly ClaimRecord[], lineage: Lineage): Candidate[] =>
  claims.map((claim) => ({
    claim,
    origins: lineage.independentOrigins(claims.filter((other) => sameValue(claim, other))),
    published: lineage.published(claim.source),
  }));
