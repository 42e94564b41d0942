/** An edge as it is stored. Its dates are PartialDate texts. */
export interface Edge {
  /** `from type to`: between two nodes there is at most one edge of a type in one direction. */
  readonly key: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly since: string | undefined;
  readonly until: string | undefined;
  /** HIGH, MEDIUM or LOW; undefined for an edge that nobody is sure of. */
  readonly confidence: string | undefined;
  readonly claimIds: readonly string[];
}

/** An edge that lacks nothing that was asked. */
export const flawless: readonly Flaw[] = [];

/** What an edge is good for under the conditions of a search. */
export interface Judged extends Edge {
  /** How many origins that know nothing of one another stand behind it; undefined where no condition asked. */
  readonly origins: number | undefined;
  /** The conditions that it does not meet; without any, it is a hop. */
  readonly flaws: readonly Flaw[];
}

/** Why a hop, or a whole path, does not count. */
export type Flaw =
  | 'BELOW_CONFIDENCE'
  | 'TOO_FEW_ORIGINS'
  | 'EXCLUDED_SOURCE'
  | 'NOT_HELD'
  | 'NOT_JOINT'
  | 'NOT_CHRONOLOGICAL'
  | 'TOO_LONG'
  | 'MAYBE_SAME';

/** An edge as it is walked over: along it or against it. */
export interface Step {
  readonly edge: Judged;
  readonly to: string;
}

/** How sure a confidence is, as a number; unknown is least. */
export const certainty = (confidence: string | undefined): number =>
  confidence === undefined ? 0 : (certainties[confidence] ?? 0);

const certainties: Readonly<Record<string, number>> = { LOW: 1, MEDIUM: 2, HIGH: 3 };
