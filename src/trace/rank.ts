import { beginOf } from './days';
import { certainty, type Judged } from './edges';
import type { Rank } from './request';

/** Numbers or days: larger is better. */
export type Score = number | string;

/**
 * A path is as good as the worst of its hops, then the shorter one is better, and in the end the order of what it is
 * made of decides. So every order is total, and a prefix already bounds what may become of it.
 */
export interface PathKey {
  readonly score: Score;
  readonly length: number;
  /** The first node, and for each hop its edge with the direction and the node it leads to, on lines of their own. */
  readonly signature: string;
}

interface Ranking {
  /** Of a hop. */
  readonly score: (edge: Judged) => Score;
  /** No path scores higher. */
  readonly best: Score;
}

export const rankings: Readonly<Record<Rank, Ranking>> = {
  SHORTEST: { score: () => 0, best: 0 },
  WEAKEST_LINK: { score: ({ confidence }) => certainty(confidence), best: 3 },
  MOST_CORROBORATED: { score: ({ origins }) => origins ?? 0, best: Number.MAX_SAFE_INTEGER },
  // A hop that nobody dates is the oldest there is.
  MOST_RECENT: { score: beginOf, best: '9999-12-31' },
};

/** Negative where `a` comes first. */
export function compareKeys(a: PathKey, b: PathKey): number {
  if (a.score !== b.score) return a.score > b.score ? -1 : 1;
  if (a.length !== b.length) return a.length - b.length;
  if (a.signature === b.signature) return 0;
  return a.signature < b.signature ? -1 : 1;
}

export const worse = (a: Score, b: Score): Score => (a < b ? a : b);
export const better = (a: Score, b: Score): Score => (a < b ? b : a);
