import { factEdges, type GraphModel } from '../model';
import { Alike } from './alike';
import { Evidence } from './evidence';
import { Ground } from './ground';
import { Judge } from './judge';
import { bestPaths, type Path, type PathQuery } from './paths';
import { better, compareKeys, rankings, worse, type PathKey, type Score } from './rank';
import { Reach } from './reach';
import { maxHopsAllowed, type TraceRequest } from './request';
import type { SharedStore } from './shared-store';
import { sorted } from './sorted';
import { Spending } from './spending';
import { Terrain, type NodeFilter } from './terrain';
import { edgesOfPaths } from './ways';

/** Which of the paths are wanted. */
export interface Slice {
  /** So many, at most. */
  readonly first: number;
  /** Only those that come after this one. */
  readonly after: PathKey | undefined;
}

export interface Found {
  readonly paths: readonly Path[];
  /** Whether there are more after them. */
  readonly hasMore: boolean;
}

/** Between more ends than these a store is not asked where they meet. */
const mostEndsToMeet = 10;

/** One search between two sets of nodes. It keeps what it reads, for the near miss that may be asked for afterwards. */
export class TraceSearch {
  readonly evidence: Evidence;
  readonly terrain: Terrain;
  private readonly judge: Judge;
  private readonly ground: Ground;
  /** Whether all edges between the ends are known that a path may go over. */
  private isMet = false;
  /** Ends that are there, as the store said when asked for what is between them. */
  private known: ReadonlySet<string> = new Set();

  /** @param spending shared by the searches of one field */
  constructor(
    private readonly model: GraphModel,
    private readonly store: SharedStore,
    readonly request: TraceRequest,
    filter: NodeFilter,
    readonly spending = new Spending(request.budget),
  ) {
    const { from, to, where } = request;
    this.evidence = new Evidence(model, store);
    this.judge = new Judge(request, this.evidence);
    this.ground = new Ground(model, store, edgesOfPaths(model, request));
    const ends = { from: new Set(from), to: new Set(to) };
    this.terrain = new Terrain(model, this.ground, this.judge, ends, where, filter, store.turn);
  }

  /** Where the store can tell by itself which edges are on ways between the ends, they are read, and nothing else. */
  private async meet(): Promise<boolean> {
    const { from, to, maxHops, where } = this.request;
    const isPlain = where.hubs === undefined && where.nodeKinds === undefined && where.through === undefined;
    const canMeet = this.store.source.capabilities.meetsHalfway && from.length + to.length <= mostEndsToMeet;
    if (!isPlain || !canMeet || maxHops < 3 || maxHops > 4) return false;
    const met = await this.ground.meet(from, to, this.spending);
    if (met === undefined) return false;
    this.known = new Set(met.known);
    await this.judge.read(met.edges);
    await this.terrain.admit(await sorted(this.ground.nodes, this.terrain.turn));
    return true;
  }

  /** Reads the edges around the ends, but for hubs, which are left until nothing is cheaper. */
  async begin(): Promise<void> {
    this.isMet = await this.meet();
    if (this.isMet) return;
    const { ground, judge, model, spending } = this;
    const { from, to, maxHops } = this.request;
    const ends = [...from, ...to].filter((id) => model.kindOfId(id)?.hub === false);
    // One level from each end is all that two hops need.
    const edges =
      maxHops > 2 ? await ground.expandTwice(ends, spending) : (await ground.expand(ends, spending)).edges;
    await judge.read(edges);
  }

  /** Whether a node is known to be there. Those without edges of the kinds asked for are not. */
  knows(id: string): boolean {
    return this.known.has(id) || this.ground.edgesOf(id).length > 0;
  }

  /** The best paths, with as few levels read as can be known to be enough. Where the budget runs out, those over what was read. */
  async find({ first, after }: Slice): Promise<Found> {
    const { maxHops } = this.request;
    if (this.isMet) {
      const all = { longest: maxHops, maxHops, allowance: 0 };
      const found = await this.take(all, { first: first + 1, after });
      return { paths: found.slice(0, first), hasMore: found.length > first };
    }
    const reach = this.reach(0, maxHops);
    let before: readonly Path[] = [];
    for (;;) {
      const grown = await reach.grow();
      const longest = grown ? Math.min(reach.hops, maxHops) : maxHops;
      const found = await this.take({ longest, maxHops, allowance: 0 }, { first: first + 1, after });
      const isDone = longest === maxHops || (await this.isCertain(found, first + 1, longest));
      if (isDone || this.spending.ranOut) {
        // What was cut short may have fewer than what was found on less ground.
        const best = found.length < before.length ? before : found;
        return { paths: best.slice(0, first), hasMore: best.length > first };
      }
      before = found;
    }
  }

  /**
   * The chain that lacks one thing, where there is no path: in as few hops as there are such chains, and of these the
   * shortest. If every chain lacks more, the shortest that is only too long.
   *
   * @param alike a chain may lack that two of these are the same
   */
  async nearestMiss(alike = new Alike()): Promise<Path | undefined> {
    const { maxHops } = this.request;
    this.terrain.alike = alike;
    const reach = this.reach(1, maxHops + 1);
    const missing = async (count: number, longest: number): Promise<Path | undefined> => {
      const query = { longest, maxHops, allowance: count, rankBy: 'SHORTEST' } as const;
      for await (const path of this.paths(query)) if (path.flaws.length === count) return path;
      return undefined;
    };
    while (reach.hops <= maxHops && !this.spending.ranOut) {
      await reach.grow();
      const miss = await missing(1, Math.min(reach.hops, maxHops + 1));
      if (miss !== undefined) return miss;
    }
    for (let count = 2; count <= maxHops && !this.spending.ranOut; count++) {
      const miss = await missing(count, Math.min(reach.hops, maxHops));
      if (miss !== undefined) return miss;
    }
    return this.nearestTooLong();
  }

  /** The shortest chain that lacks nothing but to be as short as was asked for. */
  private async nearestTooLong(): Promise<Path | undefined> {
    const { maxHops } = this.request;
    const reach = this.reach(0, maxHopsAllowed);
    while (reach.hops < maxHopsAllowed && (await reach.grow())) {
      const longest = Math.min(reach.hops, maxHopsAllowed);
      const query = { longest, maxHops: longest, allowance: 0, rankBy: 'SHORTEST' } as const;
      for await (const path of this.paths(query))
        return { ...path, flaws: [{ flaw: 'TOO_LONG', hop: maxHops }] };
    }
    return undefined;
  }

  /** Whether an edge ties two nodes, of a kind that is asked for or not. */
  async areTied(one: string, other: string): Promise<boolean> {
    const all = new Ground(this.model, this.store, factEdges(this.model));
    const { edges } = await all.expand([one], new Spending(this.request.budget));
    return edges.some(({ from, to }) => from === other || to === other);
  }

  private reach(allowance: number, longest: number): Reach {
    const { model, ground, judge, terrain, spending } = this;
    return new Reach({ model, ground, judge, terrain, spending }, allowance, longest);
  }

  private async take(
    query: Pick<PathQuery, 'longest' | 'maxHops' | 'allowance'>,
    { first, after }: Slice,
  ): Promise<readonly Path[]> {
    const taken: Path[] = [];
    for await (const path of this.paths({ ...query, rankBy: this.request.rankBy })) {
      if (after !== undefined && compareKeys(path.key, after) <= 0) continue;
      taken.push(path);
      if (taken.length === first) break;
    }
    return taken;
  }

  private paths(query: Omit<PathQuery, 'through' | 'time'>): AsyncIterable<Path> {
    const { where, time } = this.request;
    return bestPaths(this.terrain, { ...query, through: [...new Set(where.through)], time }, this.spending);
  }

  /** Whether no longer path can come before the last of those found. */
  private async isCertain(found: readonly Path[], wanted: number, longest: number): Promise<boolean> {
    if (found.length < wanted) return false;
    const last = found.at(-1)!.key;
    return last.score >= (await this.bestAhead()) && last.length <= longest;
  }

  /** No path scores higher than the best hop that leaves its beginning or the best that reaches its end. */
  private async bestAhead(): Promise<Score> {
    const { rankBy } = this.request;
    const { score, best } = rankings[rankBy];
    const { from, to } = this.terrain.ends;
    const at = async (ids: ReadonlySet<string>, steps: 'eachStepFrom' | 'eachStepTo'): Promise<Score> => {
      if ([...ids].some((id) => !this.ground.has(id))) return best;
      let found: Score | undefined;
      for (const id of ids)
        await this.terrain[steps](id, 0, ({ edge }) => {
          found = found === undefined ? score(edge) : better(found, score(edge));
        });
      return found ?? best;
    };
    return worse(await at(from, 'eachStepFrom'), await at(to, 'eachStepTo'));
  }
}
