import { always, beginOf, intersection, type Period } from './days';
import type { Flaw, Step } from './edges';
import { Heap } from './heap';
import { compareKeys, rankings, worse, type PathKey, type Score } from './rank';
import type { Rank, TimeMode } from './request';
import { distancesTo, widestTo } from './bounds';
import type { Spending } from './spending';
import type { Terrain } from './terrain';

export interface Path {
  /** Its nodes; where it lacks that two of them are the same, both. */
  readonly nodes: readonly string[];
  readonly steps: readonly Step[];
  readonly key: PathKey;
  /** All that is wrong with it; nothing for a path that counts. `hop` is the first that is meant. */
  readonly flaws: readonly FlawAt[];
}

interface FlawAt {
  readonly flaw: Flaw;
  readonly hop: number;
  /** Of MAYBE_SAME, the nodes that would have to be the same. */
  readonly nodes?: readonly [string, string];
}

export interface PathQuery {
  readonly through: readonly string[];
  readonly time: TimeMode;
  readonly rankBy: Rank;
  /** Longer paths are left out. */
  readonly longest: number;
  /** Paths with more hops have the flaw TOO_LONG. */
  readonly maxHops: number;
  /** How many flaws a path may have; all of them must be the same. */
  readonly allowance: number;
}

/** The beginning of a path. */
interface Prefix extends PathKey {
  readonly node: string;
  readonly before: Prefix | undefined;
  readonly step: Step | undefined;
  /** A bound for what may become of it. */
  readonly bound: PathKey;
  readonly missing: readonly string[];
  readonly period: Period | undefined;
  readonly begin: string;
  readonly flaws: readonly FlawAt[];
}

/**
 * The loopless paths over known ground, the best first. Prefixes wait in the order of the best that may become of them,
 * so that a path that comes out is not worse than any after it.
 */
export async function* bestPaths(
  terrain: Terrain,
  query: PathQuery,
  spending: Spending,
): AsyncGenerator<Path> {
  const search = new PathSearch(terrain, query, await boundsOf(terrain, query));
  const heap = new Heap<Prefix>((a, b) => compareKeys(a.bound, b.bound) < 0);
  for (const prefix of search.starts()) heap.push(prefix);
  for (let prefix = heap.pop(); prefix !== undefined; prefix = heap.pop()) {
    if (terrain.ends.to.has(prefix.node)) {
      if (prefix.missing.length === 0) yield search.finished(prefix);
      continue;
    }
    if (!spending.mayLookOn()) return;
    const from = prefix;
    await terrain.eachStepFrom(from.node, ofHop(query), (step) => {
      const next = search.extension(from, step);
      if (next !== undefined) heap.push(next);
    });
    for (const next of search.leaps(from)) heap.push(next);
  }
}

/** How many flaws a hop may have. More than one are never the same. */
const ofHop = ({ allowance }: PathQuery): number => Math.min(1, allowance);

/** What may become of a prefix, by the node that it has come to. */
interface Bounds {
  /** How far it is to an end. */
  readonly distance: ReadonlyMap<string, number>;
  /** The best that a way to an end may score; undefined where all score the same. */
  readonly widest: ReadonlyMap<string, Score> | undefined;
  /** Of each node to pass, how far it is to it. */
  readonly legs: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

async function boundsOf(terrain: Terrain, query: PathQuery): Promise<Bounds> {
  const { longest, through, rankBy } = query;
  const flaws = ofHop(query);
  const legs = new Map<string, ReadonlyMap<string, number>>();
  for (const id of through) legs.set(id, await distancesTo(terrain, new Set([id]), longest, flaws));
  return {
    distance: await distancesTo(terrain, terrain.ends.to, longest, flaws),
    widest: rankBy === 'SHORTEST' ? undefined : await widestTo(terrain, rankings[rankBy].score, flaws),
    legs,
  };
}

class PathSearch {
  constructor(
    private readonly terrain: Terrain,
    private readonly query: PathQuery,
    private readonly bounds: Bounds,
  ) {}

  *starts(): Iterable<Prefix> {
    const { best } = rankings[this.query.rankBy];
    for (const node of this.terrain.ends.from) {
      const own = { score: best, length: 0, signature: node };
      const bound = this.boundOf(own, node, this.query.through);
      if (bound === undefined) continue;
      const none = { before: undefined, step: undefined, flaws: [] };
      yield { ...own, ...none, node, bound, missing: this.query.through, period: always, begin: '' };
    }
  }

  /** A prefix that goes on by a step; undefined where nothing may become of it. */
  extension(prefix: Prefix, step: Step): Prefix | undefined {
    const { terrain, query } = this;
    const { to, edge } = step;
    if (!terrain.ends.to.has(to) && !terrain.isCrossable(to)) return undefined;
    if (visits(prefix, to)) return undefined;
    const flaws = this.flawsOf(prefix, step);
    if (flaws.length > query.allowance || !areAlike(flaws)) return undefined;
    const own = {
      score: worse(prefix.score, rankings[query.rankBy].score(edge)),
      length: prefix.length + 1,
      signature: `${prefix.signature}\n${edge.type} ${edge.from === to ? 'in' : 'out'}\n${to}`,
    };
    const missing = prefix.missing.filter((id) => id !== to);
    const bound = this.boundOf(own, to, missing);
    if (bound === undefined || bound.length > this.longestWith(flaws)) return undefined;
    const period = prefix.period && intersection(prefix.period, edge);
    return { ...own, node: to, before: prefix, step, bound, missing, period, begin: beginOf(edge), flaws };
  }

  /** Prefixes that go on from a node that may be the same as the one come to; but an end is not led to by that alone. */
  *leaps(prefix: Prefix): Iterable<Prefix> {
    const { terrain, query } = this;
    if (query.allowance === 0 || prefix.flaws.length > 0) return;
    for (const to of terrain.alike.of(prefix.node)) {
      const isEnd = terrain.ends.to.has(to);
      if (isEnd ? prefix.length === 0 : !terrain.isCrossable(to)) continue;
      if (visits(prefix, to)) continue;
      const { score, length, period, begin } = prefix;
      const own = { score, length, signature: `${prefix.signature}\nsame\n${to}` };
      const missing = prefix.missing.filter((id) => id !== to);
      const bound = this.boundOf(own, to, missing);
      const flaw = { flaw: 'MAYBE_SAME', hop: length, nodes: [prefix.node, to] } as const;
      if (bound === undefined || bound.length > this.longestWith([flaw])) continue;
      const flaws = [flaw];
      yield { ...own, node: to, before: prefix, step: undefined, bound, missing, period, begin, flaws };
    }
  }

  finished(last: Prefix): Path {
    const nodes: string[] = [];
    const steps: Step[] = [];
    for (let at: Prefix | undefined = last; at !== undefined; at = at.before) {
      nodes.unshift(at.node);
      if (at.step !== undefined) steps.unshift(at.step);
    }
    const { score, length, signature } = last;
    const { maxHops } = this.query;
    const tooLong: readonly FlawAt[] = length > maxHops ? [{ flaw: 'TOO_LONG', hop: maxHops }] : [];
    // Two that may be the same come before a hop, or after the last.
    const flaws = last.flaws.map((each) => ({ ...each, hop: Math.min(each.hop, length - 1) }));
    return { nodes, steps, key: { score, length, signature }, flaws: [...flaws, ...tooLong] };
  }

  /** Being too long is a flaw like any other, and so may be the only one. */
  private longestWith(flaws: readonly FlawAt[]): number {
    const { longest, maxHops, allowance } = this.query;
    return flaws.length === 0 && allowance > 0 ? longest : Math.min(longest, maxHops);
  }

  private flawsOf(prefix: Prefix, { edge }: Step): readonly FlawAt[] {
    const hop = prefix.length;
    const ofTime = this.timeFlaw(prefix, edge);
    if (edge.flaws.length === 0 && ofTime === undefined) return prefix.flaws;
    const own = [...edge.flaws, ...(ofTime === undefined ? [] : [ofTime])];
    return [...prefix.flaws, ...own.map((flaw) => ({ flaw, hop }))];
  }

  /** What a hop breaks of the time mode; once broken, it stays so and is not broken again. */
  private timeFlaw(prefix: Prefix, edge: Period): Flaw | undefined {
    switch (this.query.time) {
      case 'ANY':
      case 'ALL_AT':
        return undefined;
      case 'JOINT':
        return prefix.period !== undefined && intersection(prefix.period, edge) === undefined
          ? 'NOT_JOINT'
          : undefined;
      case 'CHRONOLOGICAL': {
        const isBroken = prefix.flaws.some(({ flaw }) => flaw === 'NOT_CHRONOLOGICAL');
        return !isBroken && beginOf(edge) < prefix.begin ? 'NOT_CHRONOLOGICAL' : undefined;
      }
    }
  }

  /** The best that may become of a prefix that has come to a node; undefined where nothing may. */
  private boundOf(own: PathKey, node: string, missing: readonly string[]): PathKey | undefined {
    const { distance, legs, widest } = this.bounds;
    let left = distance.get(node);
    for (const id of missing) {
      const [there, on] = [legs.get(id)!.get(node), distance.get(id)];
      if (left === undefined || there === undefined || on === undefined) return undefined;
      left = Math.max(left, there + on);
    }
    if (left === undefined || own.length + left > this.query.longest) return undefined;
    const reachable = widest?.get(node);
    const score = reachable === undefined ? own.score : worse(own.score, reachable);
    return { score, length: own.length + left, signature: own.signature };
  }
}

const areAlike = (flaws: readonly FlawAt[]): boolean => flaws.every(({ flaw }) => flaw === flaws[0]!.flaw);

function visits(prefix: Prefix, node: string): boolean {
  for (let at: Prefix | undefined = prefix; at !== undefined; at = at.before)
    if (at.node === node) return true;
  return false;
}
