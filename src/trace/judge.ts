import { intersection, type Period } from './days';
import { certainty, flawless, type Edge, type Flaw, type Judged } from './edges';
import type { ClaimRow, Evidence } from './evidence';
import type { TraceRequest } from './request';

type Asked = Pick<TraceRequest, 'where' | 'time' | 'at' | 'rankBy'>;

/** Looks at edges under the conditions of a search. What a condition does not ask for is not read. */
export class Judge {
  private readonly judged = new Map<Judged, Judged>();
  private readonly excluded: ReadonlySet<string>;
  private readonly countsOrigins: boolean;
  private readonly leastCertain: number;
  private readonly day: Period;

  constructor(
    private readonly asked: Asked,
    private readonly evidence: Evidence,
  ) {
    this.leastCertain = certainty(asked.where.minConfidence);
    this.day = { since: asked.at, until: asked.at };
    this.excluded = new Set(asked.where.excludeSources);
    this.countsOrigins = asked.where.minOrigins !== undefined || asked.rankBy === 'MOST_CORROBORATED';
  }

  /** Reads of the evidence of edges what the conditions ask for. */
  async read(edges: readonly Edge[]): Promise<void> {
    if (this.countsOrigins || this.excluded.size > 0)
      await this.evidence.read(edges.flatMap(({ claimIds }) => claimIds));
  }

  /**
   * What is to be said of an edge whose evidence was read; the edge itself where there is nothing to be said. That is so of most,
   * and no objects are made for them.
   */
  readonly of = (edge: Judged): Judged => this.judged.get(edge) ?? this.judge(edge);

  private judge(edge: Judged): Judged {
    const left = this.leftOf(edge);
    const isExcluded = left === undefined;
    const counted = left ?? edge;
    const origins = this.countsOrigins
      ? this.evidence.independentOrigins(this.evidence.of(counted.claimIds))
      : undefined;
    const flaws = this.flawsOf(counted, isExcluded, origins);
    if (counted === edge && origins === undefined && flaws.length === 0) return edge;
    const judged = { ...counted, origins, flaws };
    this.judged.set(edge, judged);
    return judged;
  }

  private flawsOf(edge: Edge, isExcluded: boolean, origins: number | undefined): readonly Flaw[] {
    const { time, where } = this.asked;
    const isUnsure = certainty(edge.confidence) < this.leastCertain;
    const isAlone = origins !== undefined && origins < (where.minOrigins ?? 0);
    const isOver = time === 'ALL_AT' && intersection(edge, this.day) === undefined;
    if (!isExcluded && !isUnsure && !isAlone && !isOver) return flawless;
    return [
      ...(isExcluded ? (['EXCLUDED_SOURCE'] as const) : []),
      ...(isUnsure ? (['BELOW_CONFIDENCE'] as const) : []),
      ...(isAlone ? (['TOO_FEW_ORIGINS'] as const) : []),
      ...(isOver ? (['NOT_HELD'] as const) : []),
    ];
  }

  /** The edge as the claims of the sources that count state it; undefined where there are none. */
  private leftOf(edge: Judged): Edge | undefined {
    if (this.excluded.size === 0) return edge;
    const claims = this.evidence.of(edge.claimIds);
    const left = claims.filter(({ source }) => !this.excluded.has(source));
    if (left.length === claims.length) return edge;
    return left.length === 0 ? undefined : { ...edge, ...statedBy(left) };
  }
}

/** What claims say of an edge: since the earliest, until the latest of the most confident, and no end if one gives none. */
function statedBy(claims: readonly ClaimRow[]): Pick<Edge, 'since' | 'until' | 'confidence' | 'claimIds'> {
  const confidence = claims
    .map((claim) => claim.confidence)
    .toSorted((a, b) => certainty(b) - certainty(a))[0];
  const ends = claims.filter((claim) => claim.confidence === confidence).map(({ validUntil }) => validUntil);
  return {
    since: claims.flatMap(({ validFrom }) => validFrom ?? []).toSorted()[0],
    until: ends.includes(undefined) ? undefined : ends.toSorted().at(-1),
    confidence,
    claimIds: claims.map(({ id }) => id),
  };
}
