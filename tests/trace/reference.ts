import type { GraphEdge } from '../../src/model';
import type { TraceRequest } from '../../src/trace/request';
import type { ClaimOfTest, GraphOfTest } from './graphs';

/** A path as the reference and the search are compared by. */
export interface PlainPath {
  readonly signature: string;
  readonly length: number;
  readonly score: number | string;
  readonly flaws: readonly string[];
}

interface Hop {
  readonly type: string;
  readonly to: string;
  readonly along: boolean;
  readonly key: string;
  readonly first: string;
  readonly last: string;
  readonly confidence: number;
  readonly origins: number;
  readonly flaws: readonly string[];
}

const certainty = (confidence: unknown): number =>
  ['LOW', 'MEDIUM', 'HIGH'].indexOf(confidence as string) + 1;
const first = (date: string | undefined): string => (date === undefined ? '' : `${date}-01-01`.slice(0, 10));
const last = (date: string | undefined): string =>
  date === undefined ? '9999-12-31' : date.length === 4 ? `${date}-12-31` : `${date}-31`.slice(0, 10);

/**
 * What a search must find, by going through all loopless paths there are. Nothing here is clever: it shares no code with
 * `src/trace` but the type of a request.
 */
export class Reference {
  constructor(
    private readonly graph: GraphOfTest,
    private readonly request: TraceRequest,
    /** The nodes that the filters of the request let pass. */
    private readonly fitting: ReadonlySet<string>,
  ) {}

  /** All paths that count, the best first. */
  paths(): PlainPath[] {
    return this.all()
      .filter(({ flaws }) => flaws.length === 0)
      .toSorted((a, b) => {
        if (a.score !== b.score) return a.score > b.score ? -1 : 1;
        return a.length - b.length || (a.signature < b.signature ? -1 : 1);
      });
  }

  /** Of the chains with flaws of one kind, that with the fewest, and then the shortest. */
  nearestMiss(alike: readonly { readonly one: string; readonly other: string }[]): PlainPath | undefined {
    const before = (a: PlainPath, b: PlainPath): number =>
      a.flaws.length - b.flaws.length || a.length - b.length || (a.signature < b.signature ? -1 : 1);
    const near = [...this.all(), ...alike.flatMap(({ one, other }) => this.asIfSame(one, other))];
    const lacksOneThing = ({ flaws }: PlainPath): boolean => new Set(flaws).size === 1;
    const nearest = near.filter(lacksOneThing).toSorted(before)[0];
    return nearest ?? this.tooLong().toSorted(before)[0];
  }

  /** The chains that lack nothing but are longer than was asked for, as long as any may be. */
  private tooLong(): PlainPath[] {
    const found: PlainPath[] = [];
    for (const start of new Set(this.request.from)) this.walk([start], [], found, new Map(), undefined, 8);
    return found.filter(({ flaws }) => flaws.every((flaw) => flaw === 'TOO_LONG'));
  }

  private all(): PlainPath[] {
    const found: PlainPath[] = [];
    for (const start of new Set(this.request.from)) this.walk([start], [], found);
    return found;
  }

  /** The chains that once go on from the one as from the other. */
  private asIfSame(one: string, other: string): PlainPath[] {
    const found: PlainPath[] = [];
    const sameAs = new Map([
      [one, other],
      [other, one],
    ]);
    for (const start of new Set(this.request.from)) this.walk([start], [], found, sameAs);
    return found.filter(({ flaws }) => flaws.includes('MAYBE_SAME'));
  }

  private walk(
    nodes: readonly string[],
    hops: readonly Hop[],
    found: PlainPath[],
    sameAs: ReadonlyMap<string, string> = new Map(),
    leap?: number,
    longest = this.request.maxHops + 1,
  ): void {
    const { request } = this;
    const here = nodes.at(-1)!;
    if (request.to.includes(here)) {
      if ((request.where.through ?? []).every((id) => nodes.includes(id)))
        if (hops.length > 0) found.push(this.judged(nodes, hops, leap));
      return;
    }
    if (hops.length >= longest || (nodes.length > 1 && !this.mayCross(here))) return;
    for (const hop of this.hopsFrom(here))
      if (!nodes.includes(hop.to))
        this.walk([...nodes, hop.to], [...hops, hop], found, sameAs, leap, longest);
    const same = sameAs.get(here);
    if (leap === undefined && same !== undefined && !nodes.includes(same))
      this.walk([...nodes, same], hops, found, sameAs, hops.length, longest);
  }

  private mayCross(id: string): boolean {
    const { where, from, to } = this.request;
    const { nodeKinds, hubs = [], avoid = [], through = [] } = where;
    if (from.includes(id) || to.includes(id) || avoid.includes(id) || !this.fitting.has(id)) return false;
    const kind = id[0]!.toUpperCase() + id.slice(1, id.indexOf('/'));
    if (through.includes(id) || hubs.includes(kind)) return true;
    return nodeKinds === undefined ? kind !== 'Country' : nodeKinds.includes(kind);
  }

  private hopsFrom(id: string): Hop[] {
    const { hops } = this.request.where;
    return this.graph.facts.flatMap((edge) => {
      if (edge.from === edge.to || (edge.from !== id && edge.to !== id)) return [];
      const along = edge.from === id;
      const isAsked = hops?.some(
        ({ kind, direction }) =>
          kind === edge.type && (direction === 'ANY' || direction === (along ? 'OUT' : 'IN')),
      );
      return isAsked === false ? [] : this.hop(edge, along);
    });
  }

  private hop(edge: GraphEdge, along: boolean): Hop {
    const { where, time, at } = this.request;
    const excluded = where.excludeSources ?? [];
    const own = edge.properties as Record<string, string | undefined>;
    const all = (edge.properties['claimIds'] as string[]).map((id) => this.graph.claims.get(id)!);
    const left = all.filter(({ source }) => !excluded.includes(source));
    const claims = left.length === 0 ? all : left;
    const stated = claims.length === all.length ? own : this.restated(claims);
    const flaws = left.length === 0 ? ['EXCLUDED_SOURCE'] : [];
    const confidence = certainty(stated['confidence']);
    const origins = this.origins(claims);
    if (confidence < certainty(where.minConfidence)) flaws.push('BELOW_CONFIDENCE');
    if (origins < (where.minOrigins ?? 0)) flaws.push('TOO_FEW_ORIGINS');
    const [from, until] = [first(stated['since']), last(stated['until'])];
    if (time === 'ALL_AT' && (from > last(at) || until < first(at) || from > until)) flaws.push('NOT_HELD');
    const { type } = edge;
    const to = along ? edge.to : edge.from;
    const key = `${type} ${along ? 'out' : 'in'}`;
    return { type, to, along, key, first: from, last: until, confidence, origins, flaws };
  }

  private restated(claims: readonly ClaimOfTest[]): Record<string, string | undefined> {
    const most = Math.max(...claims.map(({ confidence }) => certainty(confidence)));
    const best = claims.filter(({ confidence }) => certainty(confidence) === most);
    const starts = claims.flatMap(({ validFrom }) => validFrom ?? []).toSorted();
    const ends = best.map(({ validUntil }) => validUntil);
    return {
      confidence: best[0]!.confidence,
      since: starts[0],
      until: ends.includes(undefined) ? undefined : ends.toSorted().at(-1),
    };
  }

  /** The number of classes of claims that share a source, near or far, and rest on a party or one that speaks first-hand. */
  private origins(claims: readonly ClaimOfTest[]): number {
    const behind = claims.map(({ source, attributedTo }) => {
      const all = new Set(attributedTo.length > 0 ? attributedTo : [source]);
      for (let size = -1; size !== all.size;) {
        size = all.size;
        for (const id of [...all]) for (const next of this.graph.behind.get(id) ?? []) all.add(next);
      }
      return all;
    });
    const classes = claims.map((_, at) => at);
    for (let round = 0; round < claims.length; round++)
      for (const [a, x] of behind.entries())
        for (const [b, y] of behind.entries())
          if ([...x].some((id) => y.has(id))) classes[a] = classes[b] = Math.min(classes[a]!, classes[b]!);
    const { originals } = this.graph;
    const rooted = classes.filter((_, at) =>
      [...behind[at]!].some((id) => originals.has(id) || !id.startsWith('source/')),
    );
    return new Set(rooted).size;
  }

  /** @param leap before which hop, or after the last, the chain went on from a node that may be the same */
  private judged(nodes: readonly string[], hops: readonly Hop[], leap: number | undefined): PlainPath {
    const { time, maxHops, rankBy } = this.request;
    const flaws = hops.flatMap((hop) => hop.flaws);
    const latest = hops
      .map((hop) => hop.first)
      .toSorted()
      .at(-1)!;
    const earliestEnd = hops.map((hop) => hop.last).toSorted()[0]!;
    if (time === 'JOINT' && latest > earliestEnd) flaws.push('NOT_JOINT');
    if (time === 'CHRONOLOGICAL' && hops.some((hop, at) => at > 0 && hop.first < hops[at - 1]!.first))
      flaws.push('NOT_CHRONOLOGICAL');
    if (hops.length > maxHops) flaws.push('TOO_LONG');
    if (leap !== undefined) flaws.push('MAYBE_SAME');
    const scores = {
      SHORTEST: 0,
      WEAKEST_LINK: Math.min(...hops.map((hop) => hop.confidence)),
      MOST_CORROBORATED: Math.min(...hops.map((hop) => hop.origins)),
      MOST_RECENT: hops.map((hop) => hop.first).toSorted()[0]!,
    };
    const lines = hops.map(({ key, to }) => `${key}\n${to}`);
    if (leap !== undefined) lines.splice(leap, 0, `same\n${nodes[leap + 1]!}`);
    const signature = [nodes[0], ...lines].join('\n');
    return { signature, length: hops.length, score: scores[rankBy], flaws };
  }
}
