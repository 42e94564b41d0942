import type { GraphModel } from '../../model';
import { opposite } from '../edge-step';
import type { Aggregate, Cite, Expand, Level, Listing, Plan, Root } from '../plan';
import {
  conjunctsOf,
  isRelationFilter,
  mapRelationFilters,
  reachesOf,
  type Predicate,
  type RelationFilter,
} from '../predicate';
import type { Statistics } from '../statistics';
import { aPage, Estimates } from './estimates';

/**
 * Says of each relation filter from which end it is computed: from the far end, over the whole graph, or from the nodes
 * that may fit. The answer is the same; what decides is how many nodes and edges are looked at either way.
 */
export function anchor(plan: Plan, model: GraphModel, statistics: Statistics): Plan {
  const rewrite = new Anchoring(new Estimates(model, statistics));
  return { ...plan, roots: plan.roots.map((root) => rewrite.root(root)) };
}

/** Nodes of which a predicate is asked: how many, and how many nodes and edges are looked at to list them. */
interface Candidates {
  readonly type: string;
  readonly count: number;
  readonly listing: number;
}

/** A predicate or a part of it, what it costs in nodes and edges looked at, and how many nodes it leaves. */
interface Priced<Part> {
  readonly part: Part;
  readonly cost: number;
  readonly left: number;
}

class Anchoring {
  private readonly fromFarEnd = new Map<RelationFilter, Priced<RelationFilter>>();

  constructor(private readonly estimates: Estimates) {}

  root(root: Root | Aggregate): Root | Aggregate {
    if (root.kind === 'aggregate') return this.aggregate(root, this.allOf(root.type, root.where));
    const { source, level } = root;
    if (source.kind !== 'all') {
      return { ...root, level: this.level(level, source.kind === 'byId' ? 1 : aPage) };
    }
    const { listing, left } = this.listing(source.listing, this.allOf(level.type, source.listing.where));
    return { ...root, source: { ...source, listing }, level: this.level(level, Math.min(left, aPage)) };
  }

  /** @param size how many nodes the level has */
  private level(level: Level, size: number): Level {
    return {
      ...level,
      citations: level.citations.map((cite): Cite => ({ ...cite, level: this.level(cite.level, size) })),
      expands: level.expands.map((expand) => this.expand(expand, level.type, size)),
      aggregates: level.aggregates.map((aggregate) => {
        const walked = size * this.estimates.fanOut(aggregate.along!.edge, level.type);
        return this.aggregate(aggregate, this.endsOf(aggregate.type, walked));
      }),
    };
  }

  private expand(expand: Expand, from: string, size: number): Expand {
    const { edge, level } = expand;
    const walked = size * this.estimates.fanOut(edge, from);
    const citations = expand.citations.map((cite): Cite => ({
      ...cite,
      level: this.level(cite.level, walked),
    }));
    const ends = this.endsOf(level.type, walked);
    if (expand.listing === undefined) return { ...expand, citations, level: this.level(level, ends.count) };
    const { listing, left } = this.listing(expand.listing, ends);
    return { ...expand, citations, listing, level: this.level(level, Math.min(left, size * aPage)) };
  }

  private aggregate(aggregate: Aggregate, candidates: Candidates): Aggregate {
    if (aggregate.where === undefined) return aggregate;
    return { ...aggregate, where: this.predicate(aggregate.where, candidates).part };
  }

  private listing(listing: Listing, candidates: Candidates): { listing: Listing; left: number } {
    if (listing.where === undefined) return { listing, left: candidates.count };
    const { part: where, left } = this.predicate(listing.where, candidates);
    return { listing: { ...listing, where }, left };
  }

  /** The cheapest of its relation filters come first: they leave few nodes for the others to begin with. */
  private predicate(predicate: Predicate, candidates: Candidates): Priced<Predicate> {
    const { type } = candidates;
    const conjuncts = conjunctsOf(predicate);
    let left = this.estimates.fitting(type, candidates.count, predicate);
    let cost = 0;
    const chosen = new Map<RelationFilter, RelationFilter>();
    const byCost = reachesOf(predicate)
      .map((reach) => [reach, this.far(reach, type)] as const)
      .sort(([, one], [, other]) => one.cost - other.cost);
    for (const [reach, far] of byCost) {
      const near = this.near(reach, { ...candidates, count: left });
      const priced = near.cost < far.cost ? near : far;
      chosen.set(reach, priced.part);
      cost += priced.cost;
      if (conjuncts.includes(reach)) left = Math.min(left, priced.left);
    }
    return { part: mapRelationFilters(predicate, (reach) => chosen.get(reach)!), cost, left };
  }

  /** All nodes at the far end that fit, and back along their edges. */
  private far(reach: RelationFilter, near: string): Priced<RelationFilter> {
    const known = this.fromFarEnd.get(reach);
    if (known !== undefined) return known;
    const { type, where } = reach;
    const candidates = this.allOf(type, where);
    const fitting =
      where === undefined
        ? { part: where, cost: 0, left: candidates.count }
        : this.predicate(where, candidates);
    const begun = conjunctsOf(fitting.part).some(isRelationFilter);
    const walked = fitting.left * this.estimates.fanOut(opposite(reach.edge), type);
    const priced: Priced<RelationFilter> = {
      part: { ...reach, start: 'far', where: fitting.part },
      cost: fitting.cost + (begun ? fitting.left : candidates.listing) + walked,
      left: Math.min(walked, this.estimates.nodes(near)),
    };
    this.fromFarEnd.set(reach, priced);
    return priced;
  }

  /** From the candidates along their edges, and back from those ends that fit. */
  private near(reach: RelationFilter, { type, count, listing }: Candidates): Priced<RelationFilter> {
    const walked = count * this.estimates.fanOut(reach.edge, type);
    const ends = this.endsOf(reach.type, walked);
    const fitting =
      reach.where === undefined
        ? { part: undefined, cost: 0, left: ends.count }
        : this.predicate(reach.where, ends);
    return {
      part: { ...reach, start: 'near', where: fitting.part },
      cost: listing + count + walked + fitting.cost,
      left: Math.min(count, walked * (fitting.left / Math.max(1, ends.count))),
    };
  }

  private allOf(type: string, where: Predicate | undefined): Candidates {
    return { type, count: this.estimates.nodes(type), listing: this.estimates.lookedAt(type, where) };
  }

  private endsOf(type: string, walked: number): Candidates {
    return { type, count: Math.min(walked, this.estimates.nodes(type)), listing: walked };
  }
}
