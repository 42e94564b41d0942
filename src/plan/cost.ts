import { edgesRead, nodesOf, numberOf, type CostBasis, type Reached } from './cost-basis';
import { costOfFilter } from './filter-cost';
import { costOfTerms } from './order-cost';
import {
  childrenOf,
  type Aggregate,
  type Cite,
  type Expand,
  type Listing,
  type PlanNode,
  type Root,
} from './plan';

/** How many rows the store touches for one level of a plan, or for an aggregate. */
export interface LevelCost {
  /** Its number. */
  readonly level: number;
  readonly rows: number;
}

/** How many nodes the property of an edge or a node lists, about: one or two claims are behind most edges. */
const citationsOfOne = 4;

/**
 * The cost of a plan with its parameters bound: the rows that the store touches for each level, in the order of the
 * plan. Pages multiply from level to level; but a level is a set of nodes and holds no more than there are of its type,
 * and an expansion reads no more edges than there are of its type. Each node of the plan is visited once.
 */
export function costOf(plan: PlanNode, basis: CostBasis): LevelCost[] {
  const walk = new CostWalk(basis);
  walk.visit(plan, { types: [], count: 0 });
  return walk.costs;
}

class CostWalk {
  readonly costs: LevelCost[] = [];

  constructor(private readonly basis: CostBasis) {}

  /** @param from the nodes that this part of the plan starts from */
  visit(node: PlanNode, from: Reached): void {
    switch (node.kind) {
      case 'plan':
        for (const root of node.roots) this.visit(root, from);
        return;
      case 'root':
        this.root(node);
        return;
      case 'level':
        for (const child of childrenOf(node)) this.visit(child, from);
        return;
      case 'aggregate':
        this.aggregate(node, from);
        return;
      case 'expand':
        this.expand(node, this.ofKinds(from, node.from));
        return;
      case 'cite':
        this.cite(node, from);
    }
  }

  private root({ source, level }: Root): void {
    const { rows, count } =
      source.kind === 'all'
        ? this.listing(level.type, source.listing)
        : identified(source.kind === 'byId' ? 1 : numberOf(this.basis, source.parameter));
    this.costs.push({ level: level.id, rows });
    this.visit(level, { types: [level.type], count });
  }

  /** The rows read for a listing of all nodes of a type, and how many are on its page. */
  private listing(type: string, listing: Listing): { rows: number; count: number } {
    const { where, page, count } = listing;
    const { sets, candidates } = costOfFilter(this.basis, type, where);
    const limit = pageOf(this.basis, listing);
    // Without a condition the store knows how many there are, and an index gives a page in its order.
    const counted = !count ? 0 : where === undefined ? 1 : candidates;
    const read =
      page === undefined ? 0 : where === undefined && this.isIndexed(type, listing) ? limit : candidates;
    const looked = Math.min(read, candidates);
    const terms = costOfTerms(this.basis, type, listing.order, looked);
    return { rows: sets + counted + looked + terms, count: Math.min(limit, candidates) };
  }

  /** Whether an index has the order: a missing value is in none. */
  private isIndexed(typeName: string, { order: [first] }: Listing): boolean {
    if (first?.by.kind !== 'property' || first.nullable) return false;
    const type = this.basis.model.type(typeName);
    const { property } = first.by;
    if (typeof property !== 'string') return false;
    return property === 'id' || (type.kind === 'kind' && type.property(property)!.indexed);
  }

  private expand({ edge, listing, citations, level }: Expand, from: Reached): void {
    const { basis } = this;
    // A relation to one has one edge for each node.
    const limit = listing === undefined ? 1 : pageOf(basis, listing);
    const kept = Math.min(from.count * limit, basis.statistics.edges(edge.type));
    const all = listing === undefined ? kept : Math.max(kept, edgesRead(basis, from, edge, level.type));
    const rows = listing === undefined ? all : costOfListing(basis, level.type, listing, all);
    this.costs.push({ level: level.id, rows });
    for (const cite of citations) this.visit(cite, { types: [], count: kept });
    this.visit(level, this.capped(level.type, kept));
  }

  /** Every node that fits is read, and once more where it is grouped, with the ends of the paths to its keys. */
  private aggregate({ id, along, type, where, totals, grouping }: Aggregate, from: Reached): void {
    const all =
      along === undefined
        ? nodesOf(this.basis, [type])
        : edgesRead(this.basis, this.ofKinds(from, along.from), along.edge, type);
    const { sets, candidates } = costOfFilter(this.basis, type, where, all);
    // In a relation the edges are walked, whatever fits.
    const read = along === undefined ? candidates : all;
    const paths = grouping?.keys.reduce((sum, { path }) => sum + path.length, 1) ?? 0;
    this.costs.push({ level: id, rows: sets + read * ((totals.length > 0 ? 1 : 0) + paths) });
  }

  /** @param from the nodes, or the edges and not the nodes at their ends */
  private cite({ level }: Cite, { count }: Reached): void {
    const cited = this.capped(level.type, count * citationsOfOne);
    this.costs.push({ level: level.id, rows: count + cited.count });
    this.visit(level, cited);
  }

  private capped(type: string, count: number): Reached {
    return { types: [type], count: Math.min(count, this.basis.statistics.nodes(type)) };
  }

  private ofKinds(from: Reached, kinds: readonly string[] | undefined): Reached {
    return kinds === undefined
      ? from
      : { types: kinds, count: Math.min(from.count, nodesOf(this.basis, kinds)) };
  }
}

/** An id is looked up. */
const identified = (count: number) => ({ rows: count, count });

/** How many a page holds; none, where only the count is asked for. */
const pageOf = (basis: CostBasis, { page }: Listing): number =>
  page === undefined ? 0 : numberOf(basis, page.limit);

/** The rows read where a relation is listed: so many edges for the page and as many for the count. */
function costOfListing(
  basis: CostBasis,
  type: string,
  { where, order, page, count }: Listing,
  all: number,
): number {
  const { sets } = costOfFilter(basis, type, where, all);
  const paged = page === undefined ? 0 : all + costOfTerms(basis, type, order, all);
  return sets + paged + (count ? all : 0);
}
