import type { GraphModel } from '../model';
import type { Ground } from './ground';
import type { Step } from './edges';
import type { Judge } from './judge';
import { sorted } from './sorted';
import type { Spending } from './spending';
import type { Terrain } from './terrain';

/** A hub is as costly to expand as so many other nodes. */
const weightOfHub = 1_000;
/** To read so many nodes takes about as long as one more statement. */
const weightOfStatement = 200;

interface Side {
  frontier: readonly string[];
  readonly seen: Set<string>;
}

interface Around {
  readonly model: GraphModel;
  readonly ground: Ground;
  readonly judge: Judge;
  readonly terrain: Terrain;
  readonly spending: Spending;
}

/**
 * How far the ground is known between two sets of nodes. Level by level it is read from both, the cheaper side first.
 * With a levels from one and b from the other, every edge of every path of up to a + b hops is known.
 */
export class Reach {
  /** Paths of up to so many hops are known whole. */
  hops = 0;
  private isBegun = false;
  private readonly forward: Side;
  private readonly backward: Side;

  /**
   * @param allowance edges with more flaws than this are not walked
   * @param longest nobody asks for longer paths
   */
  constructor(
    private readonly around: Around,
    private readonly allowance: number,
    private readonly longest: number,
  ) {
    const { from, to } = around.terrain.ends;
    this.forward = sideOf(from);
    this.backward = sideOf(to);
  }

  /** Reads one more level. False where the budget does not allow it. */
  async grow(): Promise<boolean> {
    if (!this.isBegun) await this.begin();
    const [forward, backward] = [await this.weightOf(this.forward), await this.weightOf(this.backward)];
    const isForward = forward <= backward;
    const side = isForward ? this.forward : this.backward;
    const { ground, judge, terrain, spending } = this.around;
    const weight = { own: Math.min(forward, backward), both: forward + backward };
    const { edges, complete } = await ground.expand(this.toRead(side, weight), spending);
    await judge.read(edges);
    const found: string[] = [];
    const visit = ({ to }: Step): void => {
      if (side.seen.has(to)) return;
      side.seen.add(to);
      found.push(to);
    };
    for (const id of side.frontier)
      await (isForward
        ? terrain.eachStepFrom(id, this.allowance, visit)
        : terrain.eachStepTo(id, this.allowance, visit));
    side.frontier = await this.withAlike(side, await terrain.admit(await sorted(found, terrain.turn)));
    if (!complete) {
      spending.ranOut = true;
      return false;
    }
    // Where one side has nothing left to expand, all there is between the two is known.
    this.hops = side.frontier.length === 0 ? Infinity : this.hops + 1;
    return true;
  }

  private async begin(): Promise<void> {
    this.isBegun = true;
    for (const side of [this.forward, this.backward])
      side.frontier = await this.withAlike(side, side.frontier);
  }

  /** A level, and with it what may be the same as a node of it. */
  private async withAlike(side: Side, ids: readonly string[]): Promise<readonly string[]> {
    const { terrain } = this.around;
    if (this.allowance === 0) return ids;
    const level = [...ids];
    // A list is walked with what is added to it on the way.
    for (const id of level) {
      const others = [...terrain.alike.of(id)].filter((other) => !side.seen.has(other));
      for (const other of await terrain.admit(others)) {
        side.seen.add(other);
        level.push(other);
      }
    }
    return level.length === ids.length ? ids : sorted(level, terrain.turn);
  }

  /**
   * A level; and that of the other side with it, where both are small and more levels will be needed. What was read already costs no
   * statement, and so does not take the other side along: most edges of a search are those of its last level.
   */
  private toRead({ frontier }: Side, weight: { own: number; both: number }): readonly string[] {
    const { forward, backward } = this;
    const isLast = this.hops + 1 >= this.longest;
    if (isLast || weight.own === 0 || weight.both > weightOfStatement) return frontier;
    return [...new Set([...forward.frontier, ...backward.frontier])];
  }

  private async weightOf({ frontier }: Side): Promise<number> {
    const { model, ground, terrain } = this.around;
    let weight = 0;
    for (const id of frontier) {
      if (terrain.turn.isOver()) await terrain.turn.next();
      if (!ground.has(id)) weight += model.kindOfId(id)?.hub === true ? weightOfHub : 1;
    }
    return weight;
  }
}

const sideOf = (ids: ReadonlySet<string>): Side => ({ frontier: [...ids].toSorted(), seen: new Set(ids) });
