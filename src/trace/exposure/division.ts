import type { Turn } from '../turns';
import { endAt, type Holding } from './holding';

/** Values are found to this, of 1. */
const precision = 1e-12;
/** Owners in a circle are gone round so often; by then a circle that keeps 99.9 percent is known to the precision. */
const mostRounds = 30_000;

/** Where what is looked at ends, and what of it is known beforehand. */
interface Bounds {
  readonly among: ReadonlySet<string>;
  /** The value of whatever is not among these. */
  readonly outside: number;
}

/**
 * How things may be divided among the ends of their chains of owners. Whatever the division of what no share is stated of, each
 * thing is divided wholly; an end is what keeps something of itself, or nothing but a circle of owners lies behind.
 */
export class Division {
  private readonly holdings: ReadonlyMap<string, Holding>;
  /** Owners before what they own, as far as there is no circle. */
  private readonly order: readonly string[];
  private readonly places: ReadonlyMap<string, number>;
  private readonly ownedBy = new Map<string, string[]>();

  /**
   * @param holdings of all things, and of all their owners
   * @param turn of the search that works it out
   */
  constructor(
    holdings: ReadonlyMap<string, Holding>,
    private readonly turn: Turn,
  ) {
    this.holdings = withEndsOfCircles(holdings);
    this.order = ownersFirst(this.holdings);
    this.places = new Map(this.order.map((id, at) => [id, at]));
    for (const id of this.order)
      for (const owner of ownersOf(this.holdings.get(id)!)) {
        const known = this.ownedBy.get(owner);
        if (known === undefined) this.ownedBy.set(owner, [id]);
        else known.push(id);
      }
  }

  of(id: string): Holding {
    return this.holdings.get(id)!;
  }

  /** All ends there are, in the order of their ids. */
  get ends(): readonly string[] {
    return this.order.filter((id) => this.of(id).candidates.includes(id)).toSorted();
  }

  /** What has some part in the end or may have: it is behind all of these. Itself included. */
  dividedTo(end: string): ReadonlySet<string> {
    const found = new Set([end]);
    // A set is walked with what is added to it on the way.
    for (const id of found) for (const owned of this.ownedBy.get(id) ?? []) found.add(owned);
    return found;
  }

  /** The owners of a thing, and theirs, each with how many steps away it is. */
  behind(id: string): ReadonlyMap<string, number> {
    const steps = new Map([[id, 0]]);
    for (const [at, step] of steps)
      for (const owner of ownersOf(this.of(at))) if (!steps.has(owner)) steps.set(owner, step + 1);
    return steps;
  }

  /**
   * Of each thing, the most that may end with any of these ends: the least fixed point, from nothing upwards. A part that only goes
   * round does not end, so that no division gains by it.
   */
  async most(isMeant: (end: string) => boolean, bounds?: Bounds): Promise<(id: string) => number> {
    const values = new Map<string, number>();
    const ids = bounds === undefined ? this.order : this.inOrder(bounds.among);
    const valueOf = (id: string): number =>
      bounds === undefined || bounds.among.has(id) ? (values.get(id) ?? 0) : bounds.outside;
    for (let round = 0; round < mostRounds; round++) {
      let change = 0;
      for (const id of ids) {
        if (this.turn.isOver()) await this.turn.next();
        const value = this.valueOf(id, isMeant, valueOf);
        change = Math.max(change, value - (values.get(id) ?? 0));
        values.set(id, value);
      }
      if (change < precision) break;
    }
    return valueOf;
  }

  private inOrder(ids: ReadonlySet<string>): readonly string[] {
    return [...ids].toSorted((a, b) => this.places.get(a)! - this.places.get(b)!);
  }

  private valueOf(id: string, isMeant: (end: string) => boolean, valueOf: (id: string) => number): number {
    const { stated, left, candidates } = this.of(id);
    let value = 0;
    for (const { owner, part } of stated) value += part * valueOf(owner);
    if (candidates.length === 0) return value;
    let best = 0;
    for (const candidate of candidates)
      best = Math.max(best, candidate === id ? Number(isMeant(id)) : valueOf(candidate));
    return value + left * best;
  }
}

/** All that hold a part of something or may hold one, but it itself. */
function ownersOf({ stated, candidates }: Holding, id?: string): string[] {
  const owners = [...stated.filter(({ part }) => part > 0).map(({ owner }) => owner), ...candidates];
  return owners.filter((owner) => owner !== id);
}

/** The ids in an order in which owners come first, as far as there is no circle. */
function ownersFirst(holdings: ReadonlyMap<string, Holding>): string[] {
  const order: string[] = [];
  const entered = new Set<string>();
  for (const start of [...holdings.keys()].toSorted()) {
    const stack: [id: string, left: boolean][] = [[start, false]];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      const [id, left] = top;
      if (left) order.push(id);
      else if (!entered.has(id)) {
        entered.add(id);
        stack.push([id, true]);
        for (const owner of ownersOf(holdings.get(id)!, id)) stack.push([owner, false]);
      }
    }
  }
  return order;
}

/** Those that hold one another wholly, so that nothing of them ever ends anywhere, are ends themselves. */
function withEndsOfCircles(holdings: ReadonlyMap<string, Holding>): ReadonlyMap<string, Holding> {
  const ending = endingSomewhere(holdings);
  if (ending.size === holdings.size) return holdings;
  const behind = (start: string): ReadonlySet<string> => {
    const found = new Set<string>(ownersOf(holdings.get(start)!));
    for (const id of found) for (const owner of ownersOf(holdings.get(id)!)) found.add(owner);
    return found;
  };
  const lost = [...holdings.keys()].filter((id) => !ending.has(id));
  const reached = new Map(lost.map((id) => [id, behind(id)]));
  const circles = lost.filter((id) => [...reached.get(id)!].every((owner) => reached.get(owner)!.has(id)));
  return new Map([...holdings, ...circles.map((id) => [id, endAt(id)] as const)]);
}

/** Whatever may keep something of itself, and whatever such a one may have a part of. */
function endingSomewhere(holdings: ReadonlyMap<string, Holding>): ReadonlySet<string> {
  const ownedBy = new Map<string, string[]>();
  const found = new Set<string>();
  for (const [id, holding] of holdings) {
    if (holding.candidates.includes(id)) found.add(id);
    for (const owner of ownersOf(holding, id)) ownedBy.set(owner, [...(ownedBy.get(owner) ?? []), id]);
  }
  for (const id of found) for (const owned of ownedBy.get(id) ?? []) found.add(owned);
  return found;
}
