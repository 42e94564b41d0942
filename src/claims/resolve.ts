import { counted, type Policy } from '../model';
import type { Counts } from './corroboration';
import { withoutStop, type Decisions, type Span } from './curation';
import type { ClaimRecord } from './evidence';

/** What was chosen among claims about one subject and property, and why. */
export interface Resolution {
  readonly shown: ClaimRecord;
  /** Completes “It is shown because …”. */
  readonly reason: string;
}

/** What claims are weighed by, besides what they say of themselves. */
export interface Weights {
  /** How many sources say the same as a claim, and how many independent origins they have. */
  told(claim: ClaimRecord): Counts;
  /** When a source was published; the empty text where that is not known. */
  published(source: string): string;
  /** What curators have decided. */
  readonly decisions: Decisions;
}

interface Criterion {
  readonly reason: string;
  /** Larger is better. */
  readonly rank: (claim: ClaimRecord, weights: Weights) => number | string;
}

const statusRank: Readonly<Record<string, number>> = { STANDING: 2, SUPERSEDED: 1, DISPUTED: 0 };
const confidenceRank: Readonly<Record<string, number>> = { HIGH: 2, MEDIUM: 1, LOW: 0 };

/** How good a standing is, the best being the largest; of a claim that has been withdrawn, the one it had until then. */
export const rankOfStatus = (status: string): number => statusRank[status] ?? 2;

const confident: Criterion = {
  reason: 'it is the most confident',
  rank: ({ confidence }) => confidenceRank[confidence] ?? 0,
};

const corroborated: Criterion = {
  reason: 'most independent origins say so',
  rank: (claim, weights) => weights.told(claim)[counted.origins],
};

const ofLatestSource: Criterion = {
  reason: 'its source is the latest',
  rank: ({ source }, weights) => weights.published(source),
};

/** The default policy: each criterion decides among those that all before it left equal. */
const criteria: readonly Criterion[] = [
  { reason: 'the others are disputed or superseded', rank: ({ status }) => rankOfStatus(status) },
  { reason: 'it is of the latest period', rank: ({ validFrom }) => validFrom ?? '' },
  confident,
  corroborated,
  ofLatestSource,
];

/** Another policy puts one criterion before all others. */
const criteriaOf: Readonly<Record<Policy, readonly Criterion[]>> = {
  DEFAULT: criteria,
  MOST_CORROBORATED: [corroborated, ...criteria],
  HIGHEST_CONFIDENCE: [confident, ...criteria],
  LATEST: [ofLatestSource, ...criteria],
};

/** How good a confidence is, the best being the largest. */
export const rankOfConfidence = (confidence: string): number => confidenceRank[confidence] ?? 0;

/** The highest confidence among claims. */
export const mostConfident = (claims: readonly ClaimRecord[]): string | undefined =>
  claims.map(({ confidence }) => confidence).toSorted((a, b) => rankOfConfidence(b) - rankOfConfidence(a))[0];

const unopposed = 'nobody says otherwise';
const lastResort = 'nothing tells them apart, and its id comes first';

/** Claims about one subject and property, the best by a policy first. What a curator prefers comes before all else. */
export function ranked(
  claims: readonly ClaimRecord[],
  weights: Weights,
  policy: Policy,
): readonly ClaimRecord[] {
  const candidates = claims.map((claim) => {
    const decision = weights.decisions.on(claim);
    const preferred = decision?.verdict === 'PREFER' ? decision.decidedAt : undefined;
    return { claim, entered: claim.enteredAt, preferred };
  });
  return rankedSpans(candidates, weights, policy).map(({ claim }) => claim);
}

/** The same of spans of claims, of which several may be of one claim. */
export function rankedSpans<T extends Pick<Span, 'claim' | 'entered' | 'preferred'>>(
  spans: readonly T[],
  weights: Weights,
  policy: Policy,
): readonly T[] {
  if (spans.length < 2) return spans;
  const ranks = new Map(
    spans.map((span) => [
      span,
      [span.preferred ?? '', ...criteriaOf[policy].map(({ rank }) => rank(span.claim, weights))],
    ]),
  );
  const idOf = ({ claim, entered }: T): string => `${claim.id} ${entered}`;
  return spans.toSorted((a, b) => {
    const [ofA, ofB] = [ranks.get(a)!, ranks.get(b)!];
    const at = ofA.findIndex((rank, place) => rank !== ofB[place]);
    const [x, y] = at < 0 ? [idOf(b), idOf(a)] : [ofA[at]!, ofB[at]!];
    return x > y ? -1 : 1;
  });
}

/** Chooses among the claims about one subject and property. Undefined where all of them are withdrawn or dismissed. */
export function resolve(
  claims: readonly ClaimRecord[],
  weights: Weights,
  policy: Policy = 'DEFAULT',
): Resolution | undefined {
  const { decisions } = weights;
  const all = ranked(decisions.counted(claims), weights, policy);
  const [shown] = all;
  if (shown === undefined) return undefined;
  const decision = decisions.on(shown);
  const reason =
    decision === undefined || all.length === 1
      ? reasonOf(all, weights, policy)
      : `${decision.id} prefers it (${withoutStop(decision.reason)})`;
  const dismissals = decisions.dismissals(claims);
  return { shown, reason: dismissals === '' ? reason : `${reason}; ${dismissals}` };
}

/** Which criterion leaves a single value. @param all the best first */
function reasonOf(all: readonly ClaimRecord[], weights: Weights, policy: Policy): string {
  if (all.length === 1) return unopposed;
  let left = all;
  let reason = saysTheSame(left) ? unopposed : lastResort;
  for (const criterion of criteriaOf[policy]) {
    const best = criterion.rank(left[0]!, weights);
    const better = left.filter((claim) => criterion.rank(claim, weights) === best);
    // What leaves a single value is the reason; the criteria after it only choose who is cited for it.
    if (saysTheSame(better) && !saysTheSame(left)) ({ reason } = criterion);
    left = better;
  }
  return reason;
}

/** Whether two claims state the same value, numbers being compared as numbers and words without their case. */
export function sameValue(a: ClaimRecord, b: ClaimRecord): boolean {
  if (a.unit !== b.unit) return false;
  if (a.value === b.value) return true;
  const [x, y] = [Number(a.value), Number(b.value)];
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x === y;
  return a.value.trim().toLowerCase() === b.value.trim().toLowerCase();
}

const saysTheSame = (claims: readonly ClaimRecord[]): boolean =>
  claims.every((claim) => sameValue(claim, claims[0]!));
