import type { GraphModel } from '../model';
import { Alike } from './alike';
import type { Edge, Judged, Step } from './edges';
import type { Ground } from './ground';
import type { Judge } from './judge';
import type { Conditions, Direction } from './request';
import type { Turn } from './turns';

/** So many nodes are asked of a filter at once. */
const chunk = 1_000;

/** Of these nodes, those that fit the filters of a request. */
export type NodeFilter = (ids: readonly string[]) => Promise<readonly string[]>;

export interface Ends {
  readonly from: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
}

/** The known ground as it may be walked: over which edges, and across which nodes. */
export class Terrain {
  private readonly admitted = new Set<string>();
  private readonly asked = new Set<string>();
  private readonly ways: ReadonlyMap<string, Direction> | undefined;
  private readonly avoided: ReadonlySet<string>;
  private readonly through: ReadonlySet<string>;
  /** Which nodes may be the same, where chains are looked for that go on from one as from the other. */
  alike = new Alike();

  constructor(
    private readonly model: GraphModel,
    private readonly ground: Ground,
    private readonly judge: Judge,
    readonly ends: Ends,
    private readonly where: Conditions,
    private readonly filter: NodeFilter,
    readonly turn: Turn,
  ) {
    this.ways = where.hops && waysOf(where.hops);
    this.avoided = new Set(where.avoid);
    this.through = new Set(where.through);
  }

  isEnd(id: string): boolean {
    return this.ends.from.has(id) || this.ends.to.has(id);
  }

  /** Whether a path may lead on from a node, as far as is known. */
  isCrossable(id: string): boolean {
    return this.admitted.has(id);
  }

  /** Finds out which of these nodes may be crossed. */
  async admit(ids: readonly string[]): Promise<readonly string[]> {
    const admitted: string[] = [];
    for (let at = 0; at < ids.length; at += chunk) {
      if (at > 0) await this.turn.next();
      const some = ids.slice(at, at + chunk);
      const open = some.filter((id) => !this.asked.has(id) && this.mayCross(id));
      for (const id of some) this.asked.add(id);
      for (const id of open.length === 0 ? [] : await this.filter(open)) this.admitted.add(id);
      for (const id of some) if (this.admitted.has(id)) admitted.push(id);
    }
    return admitted;
  }

  /** Visits the steps that lead on from a node, over edges with at most so many flaws. */
  async eachStepFrom(id: string, allowance: number, visit: (step: Step) => void): Promise<void> {
    await this.eachStep(id, allowance, (edge) => edge.from === id, visit);
  }

  /** The same that lead to a node; `to` is where they come from. */
  async eachStepTo(id: string, allowance: number, visit: (step: Step) => void): Promise<void> {
    await this.eachStep(id, allowance, (edge) => edge.to === id, visit);
  }

  private async eachStep(
    id: string,
    allowance: number,
    isAlong: (edge: Edge) => boolean,
    visit: (step: Step) => void,
  ): Promise<void> {
    for (const known of this.ground.edgesOf(id)) {
      if (this.turn.isOver()) await this.turn.next();
      const edge = this.judge.of(known);
      if (edge.flaws.length > allowance || !this.isWay(edge, isAlong(edge))) continue;
      visit({ edge, to: edge.from === id ? edge.to : edge.from });
    }
  }

  private isWay({ type }: Judged, along: boolean): boolean {
    if (this.ways === undefined) return true;
    const way = this.ways.get(type);
    return way === 'ANY' || way === (along ? 'OUT' : 'IN');
  }

  private mayCross(id: string): boolean {
    if (this.isEnd(id) || this.avoided.has(id)) return false;
    const kind = this.model.kindOfId(id);
    if (kind === undefined || kind.evidence) return false;
    if (this.through.has(id)) return true;
    const { nodeKinds, hubs } = this.where;
    if (hubs?.includes(kind.name) === true) return true;
    return nodeKinds === undefined ? !kind.hub : nodeKinds.includes(kind.name);
  }
}

/** A kind that is named with both directions may be walked in any. */
function waysOf(hops: NonNullable<Conditions['hops']>): ReadonlyMap<string, Direction> {
  const ways = new Map<string, Direction>();
  for (const { kind, direction } of hops) {
    const known = ways.get(kind);
    ways.set(kind, known === undefined || known === direction ? direction : 'ANY');
  }
  return ways;
}
