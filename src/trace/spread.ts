import { factEdges, type GraphModel } from '../model';
import type { Judged, Step } from './edges';
import { Evidence } from './evidence';
import { Ground } from './ground';
import { Judge } from './judge';
import type { Budget, Conditions } from './request';
import type { SharedStore } from './shared-store';
import { sorted } from './sorted';
import { Spending } from './spending';
import { Terrain, type NodeFilter } from './terrain';
import type { Turn } from './turns';

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
  readonly turn: Turn;

  /** @param spending shared by the searches of one field */
  constructor(
    model: GraphModel,
    store: SharedStore,
    request: SpreadRequest,
    filter: NodeFilter,
    readonly spending = new Spending(request.budget),
  ) {
    const { where, at, of } = request;
    this.turn = store.turn;
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
    this.terrain = new Terrain(model, this.ground, this.judge, ends, where, filter, store.turn);
  }

  /** How many hops it takes from `start` to each node that is reached, up to a number of hops. */
  async from(start: readonly string[], hops: number): Promise<ReadonlyMap<string, number>> {
    const distances = new Map(start.map((id) => [id, 0]));
    let frontier: readonly string[] = start.toSorted();
    for (let distance = 1; distance <= hops && frontier.length > 0; distance++) {
      const complete = await this.read(frontier);
      const found: string[] = [];
      for (const id of frontier)
        await this.terrain.eachStepFrom(id, 0, ({ to }) => {
          if (distances.has(to)) return;
          distances.set(to, distance);
          found.push(to);
        });
      if (!complete) break;
      frontier = await this.terrain.admit(await sorted(found, this.turn));
    }
    return distances;
  }

  /** Reads all edges of nodes. False where the budget does not allow it. */
  async read(ids: readonly string[]): Promise<boolean> {
    const { edges, complete } = await this.ground.expand(ids, this.spending);
    await this.judge.read(edges);
    if (!complete) this.spending.ranOut = true;
    return complete;
  }

  /** How many known edges at a node meet the conditions, whichever way they are walked. */
  async degreeOf(id: string): Promise<number> {
    let degree = 0;
    await this.eachEdge(id, () => degree++);
    return degree;
  }

  /** The steps over which a node is reached from the beginning, or from nodes that may be crossed. */
  async stepsTo(id: string): Promise<readonly Step[]> {
    const { terrain } = this;
    const steps: Step[] = [];
    await terrain.eachStepTo(id, 0, (step) => {
      if (terrain.isEnd(step.to) || terrain.isCrossable(step.to)) steps.push(step);
    });
    return steps;
  }

  /** The known edges between nodes of a set, each once, in the order of their keys. */
  async edgesAmong(ids: ReadonlySet<string>): Promise<readonly Judged[]> {
    const among: Judged[] = [];
    for (const id of ids)
      await this.eachEdge(id, (edge) => {
        if (edge.from === id && ids.has(edge.to)) among.push(edge);
      });
    return sorted(among, this.turn, (a, b) => (a.key < b.key ? -1 : 1));
  }

  private async eachEdge(id: string, visit: (edge: Judged) => void): Promise<void> {
    for (const known of this.ground.edgesOf(id)) {
      if (this.turn.isOver()) await this.turn.next();
      const edge = this.judge.of(known);
      if (edge.flaws.length === 0) visit(edge);
    }
  }
}
