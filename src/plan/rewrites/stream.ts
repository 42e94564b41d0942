import type { GraphModel } from '../../model';
import { opposite } from '../edge-step';
import type { Listing, Plan } from '../plan';
import {
  conjunctsOf,
  mapRelationFilters,
  reachesOf,
  type Predicate,
  type RelationFilter,
} from '../predicate';
import { nameOf } from '../reading';
import type { Statistics } from '../statistics';
import { aPage, Estimates } from './estimates';

/**
 * For stores that read in the order of an index: a page of a root list is filled by asking of one node after the other
 * whether it fits, until the page is full. Where many fit, that looks at a few nodes instead of computing sets over the
 * whole graph; where few fit, the sets are cheaper and stay.
 */
export function stream(plan: Plan, model: GraphModel, statistics: Statistics): Plan {
  const streaming = new Streaming(model, new Estimates(model, statistics));
  return {
    ...plan,
    roots: plan.roots.map((root) => {
      if (root.kind === 'aggregate' || root.source.kind !== 'all') return root;
      const { source, level } = root;
      return { ...root, source: { ...source, listing: streaming.listing(level.type, source.listing) } };
    }),
  };
}

class Streaming {
  constructor(
    private readonly model: GraphModel,
    private readonly estimates: Estimates,
  ) {}

  listing(type: string, listing: Listing): Listing {
    const { where, page, count } = listing;
    // A count needs all that fit, and so the sets, which then serve the page, too.
    if (where === undefined || page === undefined || count || !this.isIndexed(type, listing)) return listing;
    const reaches = reachesOf(where);
    if (reaches.length === 0 || !canStream(where)) return listing;
    const nodes = this.estimates.nodes(type);
    if (this.estimates.lookedAt(type, where) < nodes) return listing;
    const scanned = Math.min(nodes, aPage / Math.max(this.estimates.share(type, where), 1 / nodes));
    const streamed = scanned * (1 + sum(reaches.map((reach) => this.walked(type, reach))));
    const computed = sum(reaches.map((reach) => this.computed(reach)));
    return streamed < computed ? { ...listing, where: mapRelationFilters(where, eachByEach) } : listing;
  }

  private isIndexed(typeName: string, { order: [first] }: Listing): boolean {
    if (first?.by.kind !== 'property' || first.nullable) return false;
    const property = nameOf(first.by.property);
    return property === 'id' || this.model.type(typeName).property(property)!.indexed;
  }

  /** How many nodes and edges are looked at to ask a relation filter of one node. */
  private walked(from: string, { edge, type, where }: RelationFilter): number {
    const reaches = where === undefined ? [] : reachesOf(where);
    return this.estimates.fanOut(edge, from) * (1 + sum(reaches.map((reach) => this.walked(type, reach))));
  }

  /** How many are looked at to compute its set from the far end. */
  private computed({ edge, type, where }: RelationFilter): number {
    const fitting = this.estimates.share(type, where) * this.estimates.nodes(type);
    const reaches = where === undefined ? [] : reachesOf(where);
    const begun = conjunctsOf(where).some((conjunct) => reaches.includes(conjunct as RelationFilter));
    const looked = begun ? fitting : this.estimates.lookedAt(type, where);
    const back = fitting * this.estimates.fanOut(opposite(edge), type);
    return looked + back + sum(reaches.map((reach) => this.computed(reach)));
  }
}

/** Whether a predicate, and all inside of it, can be asked of one node. */
const canStream = (predicate: Predicate): boolean =>
  reachesOf(predicate).every(
    ({ kind, where }) => kind !== 'measured' && (where === undefined || canStream(where)),
  );

const eachByEach = (reach: RelationFilter): RelationFilter => ({
  ...reach,
  start: 'each',
  where: reach.where && mapRelationFilters(reach.where, eachByEach),
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
