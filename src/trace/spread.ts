import { factEdges, type GraphModel } from '../model';
import type { GraphStore } from '../store';
import type { Judged, Step } from './edges';
import { Evidence } from './evidence';
import { Ground } from './ground';
import { Judge } from './judge';
import type { Budget, Conditions } from './request';
import { Spending } from './spending';
import { Terrain, type NodeFilter } from './terrain';

export interface SpreadRequest {
  readonly of: readonly string[];
  readonly where: Conditions;
  /** PartialDate: only edges that held then. */
  readonly at: string | undefined;
  readonly budget: Budget;
}

/** The search for what lies around some nodes. */
export class Spread {
  readonly evidence: Evidence;
  private readonly ground: Ground;
  private readonly judge: Judge;
  private readonly terrain: Terrain;

  /** @param spending shared by the searches of one field */
  constructor(
    model: GraphModel,
    store: GraphStore,
    request: SpreadRequest,
    filter: NodeFilter,
    readonly spending = new Spending(request.budget),
  ) {
    const { where, at, of } = request;
    this.evidence = new Evidence(model, store);
    const time = at === undefined ? 'ANY' : 'ALL_AT';
    this.judge = new Judge({ where, time, at, rankBy: 'SHORTEST' }, this.evidence);
    const asked = where.hops?.map(({ kind }) => kind);
    this.ground = new Ground(
      model,
      store,
      asked === undefined ? factEdges(model) : [...new Set(asked)].toSorted(),
    );
    const ends = { from: new Set(of), to: new Set<string>() };
    this.terrain = new Terrain(model, this.ground, this.judge, ends, where, filter);
  }

  /** How many hops it takes from `start` to each node that is reached, up to a number of hops. */
  async from(start: readonly string[], hops: number): Promise<ReadonlyMap<string, number>> {
    const distances = new Map(start.map((id) => [id, 0]));
    let frontier = start.toSorted();
    for (let distance = 1; distance <= hops && frontier.length > 0; distance++) {
      const complete = await this.read(frontier);
      const found = new Set<string>();
      for (const id of frontier)
        for (const { to } of this.terrain.stepsFrom(id, 0)) if (!distances.has(to)) found.add(to);
      for (const id of found) distances.set(id, distance);
      if (!complete) break;
      frontier = (await this.terrain.admit([...found].toSorted())).toSorted();
    }
    return distances;
  }

  /** Reads all edges of nodes. False where the budget does not allow it. */
  async read(ids: readonly string[]): Promise<boolean> {
    const { edges, complete } = await this.ground.expand(ids, (wanted) => this.spending.take(wanted));
    await this.judge.read(edges);
    if (!complete) this.spending.ranOut = true;
    return complete;
  }

  /** The known edges at a node that meet the conditions, whichever way they are walked. */
  edgesOf(id: string): readonly Judged[] {
    return this.ground
      .edgesOf(id)
      .map(this.judge.of)
      .filter(({ flaws }) => flaws.length === 0);
  }

  /** The steps over which a node is reached from the beginning, or from nodes that may be crossed. */
  stepsTo(id: string): readonly Step[] {
    const { terrain } = this;
    return terrain.stepsTo(id, 0).filter(({ to }) => terrain.isEnd(to) || terrain.isCrossable(to));
  }

  /** The known edges between nodes of a set, each once, in the order of their keys. */
  edgesAmong(ids: ReadonlySet<string>): readonly Judged[] {
    const among = [...ids].flatMap((id) =>
      this.edgesOf(id).filter(({ from, to }) => from === id && ids.has(to)),
    );
    return among.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  }
}
