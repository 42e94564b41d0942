/** What sources say, before anything is made of it. Dates are PartialDate texts, ids are those of the graph. */
export interface Evidence {
  readonly entities: readonly EntityRecord[];
  readonly sources: readonly SourceRecord[];
  readonly claims: readonly ClaimRecord[];
  readonly contradictions: readonly Contradiction[];
  readonly decisions: readonly DecisionRecord[];
  /** Ids of entities and sources that it names in case nobody else does; whoever does keeps the say. */
  readonly introduced?: ReadonlySet<string>;
}

/** That something exists and what it is called. All else about it is claimed. */
export interface EntityRecord {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface SourceRecord extends EntityRecord {
  readonly kind?: string | undefined;
  readonly publisher?: string | undefined;
  readonly published?: string | undefined;
  readonly publishedInferred?: boolean | undefined;
  readonly url?: string | undefined;
  readonly licence?: string | undefined;
  readonly credit?: string | undefined;
  readonly party?: string | undefined;
  /** ORIGINAL where it speaks first-hand; any other, and none, is no origin of its own. */
  readonly lineage?: string | undefined;
  readonly cites: readonly string[];
}

/** One statement of one source. The value of a relation is the id of the node at its other end. */
export interface ClaimRecord {
  readonly id: string;
  readonly reference?: string | undefined;
  readonly subject: string;
  readonly property: string;
  readonly value: string;
  readonly unit?: string | undefined;
  readonly qualifier?: string | undefined;
  readonly wording?: string | undefined;
  /** Properties of the edge that it states, as `role=…; share=…`. */
  readonly edge?: string | undefined;
  readonly validFrom?: string | undefined;
  readonly validUntil?: string | undefined;
  readonly periodStated?: string | undefined;
  readonly confidence: string;
  readonly status: string;
  readonly source: string;
  readonly attributedTo: readonly string[];
  readonly locator?: string | undefined;
  readonly note?: string | undefined;
  readonly enteredAt: string;
  /** Only of a claim that is withdrawn: when, where that is known. Until then it counted. */
  readonly withdrawnAt?: string | undefined;
}

/** Those that nobody has taken back. */
export const notWithdrawn = (claims: readonly ClaimRecord[]): readonly ClaimRecord[] =>
  claims.filter((claim) => claim.status !== 'WITHDRAWN');

/** A disagreement that a reviewer found and no comparison of values can find. */
export interface Contradiction {
  readonly id: string;
  readonly reference?: string | undefined;
  readonly kind: string;
  readonly subject: string;
  readonly property?: string | undefined;
  readonly sides: readonly string[];
  readonly reason: string;
  /** When it entered the graph. */
  readonly enteredAt?: string | undefined;
}

/** What a curator decided: to prefer or dismiss a claim, or whether two entities are one. Undone, it says when. */
export interface DecisionRecord {
  readonly id: string;
  readonly verdict: string;
  /** Of PREFER and DISMISS. */
  readonly claim?: string | undefined;
  /** Of SAME and DIFFERENT: two. */
  readonly entities: readonly string[];
  readonly reason: string;
  readonly curator: string;
  readonly decidedAt: string;
  readonly withdrawnAt?: string | undefined;
  readonly withdrawnBy?: string | undefined;
  readonly withdrawnReason?: string | undefined;
  /** From 0 to 1. */
  readonly score?: number | undefined;
  readonly features: readonly string[];
}

/** Both together; where both have a record of one id, the later one counts, unless it is only introduced there. */
export function mergeEvidence(earlier: Evidence, later: Evidence): Evidence {
  const introduced = later.introduced ?? none;
  const given = new Set(
    [...later.entities, ...later.sources].map(({ id }) => id).filter((id) => !introduced.has(id)),
  );
  const isNew = ({ id }: EntityRecord): boolean => !introduced.has(id) || !known.has(id);
  const known = new Set([...earlier.entities, ...earlier.sources].map(({ id }) => id));
  return {
    entities: mergeById(earlier.entities, later.entities.filter(isNew)),
    sources: mergeById(earlier.sources, later.sources.filter(isNew)),
    claims: mergeById(earlier.claims, later.claims),
    contradictions: mergeById(earlier.contradictions, later.contradictions),
    decisions: mergeById(earlier.decisions, later.decisions),
    introduced: new Set([
      ...[...(earlier.introduced ?? none)].filter((id) => !given.has(id)),
      ...[...introduced].filter((id) => !known.has(id)),
    ]),
  };
}

const none: ReadonlySet<string> = new Set();

function mergeById<T extends { readonly id: string }>(earlier: readonly T[], later: readonly T[]): T[] {
  return [...new Map([...earlier, ...later].map((record) => [record.id, record])).values()];
}
