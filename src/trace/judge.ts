import { intersection } from './days';
import { certainty, type Edge, type Flaw, type Judged } from './edges';
import type { ClaimRow, Evidence } from './evidence';
import type { TraceRequest } from './request';

type Asked = Pick<TraceRequest, 'where' | 'time' | 'at' | 'rankBy'>;

/** Looks at edges under the conditions of a search. What a condition does not ask for is not read. */
export class Judge {
  private readonly judged = new Map<string, Judged>();
  private readonly excluded: ReadonlySet<string>;
  private readonly countsOrigins: boolean;

  constructor(
    private readonly asked: Asked,
    private readonly evidence: Evidence,
  ) {
    this.excluded = new Set(asked.where.excludeSources);
    this.countsOrigins = asked.where.minOrigins !== undefined || asked.rankBy === 'MOST_CORROBORATED';
  }

  /** Judges edges, having read of their evidence what the conditions ask for. */
  async read(edges: readonly Edge[]): Promise<void> {
    if (this.countsOrigins || this.excluded.size > 0)
      await this.evidence.read(edges.flatMap(({ claimIds }) => claimIds));
    for (const edge of edges) this.judged.set(edge.key, this.judge(edge));
  }

  /** What was found of an edge that was read. */
  readonly of = ({ key }: Edge): Judged => this.judged.get(key)!;

  private judge(edge: Edge): Judged {
    const left = this.leftOf(edge);
    const isExcluded = left === undefined;
    const counted = left ?? edge;
    const origins = this.countsOrigins
      ? this.evidence.independentOrigins(this.evidence.of(counted.claimIds))
      : undefined;
    const flaws = [...(isExcluded ? (['EXCLUDED_SOURCE'] as const) : []), ...this.flawsOf(counted, origins)];
    return { ...counted, origins, flaws };
  }

  private *flawsOf(edge: Edge, origins: number | undefined): Iterable<Flaw> {
    const { where, time, at } = this.asked;
    if (certainty(edge.confidence) < certainty(where.minConfidence)) yield 'BELOW_CONFIDENCE';
    if (origins !== undefined && origins < (where.minOrigins ?? 0)) yield 'TOO_FEW_ORIGINS';
    if (time === 'ALL_AT' && intersection(edge, { since: at, until: at }) === undefined) yield 'NOT_HELD';
  }

  /** The edge as the claims of the sources that count state it; undefined where there are none. */
  private leftOf(edge: Edge): Edge | undefined {
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
