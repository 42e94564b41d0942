import * as Cypher from '@neo4j/cypher-builder';
import {
  columns,
  computedTerms,
  conjunctsOf,
  measuresOf,
  nameOf,
  type Aggregate,
  type Cite,
  type Expand,
  type Level,
  type Listing,
  type OrderKey,
  type Page,
  type Plan,
  type Root,
} from '../plan';
import { printGroups, printTotals } from './aggregate';
import { conditionsOf, countOf, countsOf, filtered, fromIndex, pageOf, scopeOf } from './listing';
import { edgeNamed, levelList, listNamed, nodeNamed, parameter } from './names';
import { OrderPrinter } from './order';
import { printAsked } from './reading';
import { allNodes, eachOf, endsFrom, matchFitting, Sets, type Candidates } from './sets';
import { matchStep, printStep, type Step } from './steps';

/**
 * The one statement of a plan. Every level is a subquery that expands the whole list of nodes of the level before; the
 * statement gives back one row, whose columns are named by `columns`.
 */
export function printRead(plan: Plan): string {
  return new ReadPrinter().print(plan);
}

/** One of the places that pages of several requests begin after. */
const place = listNamed('q');
const valueOfPlace = (name: string): Cypher.Expr => place.property(name);

/** @param placed what a name in a cursor stands for: a parameter, unless it is told otherwise */
const rootOrder = (order: readonly OrderKey[], placed?: (name: string) => Cypher.Expr): OrderPrinter =>
  new OrderPrinter({ node: nodeNamed('n'), edge: undefined }, order, placed);

class ReadPrinter {
  private readonly calls: Cypher.Clause[] = [];
  private readonly results: (Cypher.Variable | [Cypher.Expr, string])[] = [];
  private sets = 0;

  print(plan: Plan): string {
    for (const root of plan.roots) {
      if (root.kind === 'root') this.root(root);
      else this.aggregate(root, undefined);
    }
    // A connection may be asked for its __typename alone, but a statement has to give back something.
    if (this.results.length === 0) this.results.push([Cypher.true, 'nothing']);
    return Cypher.utils.concat(...this.calls, new Cypher.Return(...this.results)).build().cypher;
  }

  private root({ id, source, level }: Root): void {
    if (source.kind === 'all') {
      this.listRoot(id, source.listing, level);
      return;
    }
    const n = nodeNamed('n');
    const wanted = parameter(source.parameter);
    const condition =
      source.kind === 'byId' ? Cypher.eq(n.property('id'), wanted) : Cypher.in(n.property('id'), wanted);
    const match = new Cypher.Match(new Cypher.Pattern(n, { labels: [level.type] })).where(condition);
    this.call(match.return([Cypher.collect(n), levelList(level.id)]), []);
    this.level(level);
  }

  private listRoot(id: number, listing: Listing, level: Level): void {
    const n = nodeNamed('n');
    const { where, order, page, count } = listing;
    const sets = this.prepareSets(allNodes(level.type), listing);
    const scope = sets.variablesOf(where);
    const pageScope = scopeOf(sets, listing);
    if (count) {
      const all = matchFitting(n, level.type, conjunctsOf(where), sets);
      this.call(Cypher.utils.concat(all, new Cypher.Return([Cypher.count(n), columns.count(id)])), scope);
      this.result(columns.count(id));
    }
    if (page === undefined) return;
    const bounds = page.sample === undefined ? [] : this.sample(id, listing, page, level, sets);
    const candidates = this.candidatesOf(listing, page, level, sets, bounds);
    const inScope = [...pageScope, ...bounds];
    if (page.places === undefined) {
      this.call(Cypher.utils.concat(candidates, this.pageOfRoot(id, order, level)), inScope);
      if (computedTerms(order).length > 0) this.result(columns.order(id));
    } else {
      this.call(this.pagesOfRoot(id, listing, page.places, level, candidates, inScope), inScope);
      this.result(columns.order(id));
    }
    this.level(level);
  }

  /** The nodes `n` of a page, with the computed values of its order. */
  private candidatesOf(
    { where, order }: Listing,
    page: Page,
    { type }: Level,
    sets: Sets,
    bounds: readonly Cypher.Variable[],
  ): Cypher.Clause {
    const n = nodeNamed('n');
    const printer = rootOrder(order, page.places === undefined ? parameter : valueOfPlace);
    const { computed } = printer;
    const conditions = [
      ...fromIndex(n, order),
      ...printer.early(page),
      ...bounds.map((bound) => printer.within(bound, page.direction)),
    ];
    return Cypher.utils.concat(
      matchFitting(n, type, conjunctsOf(where), sets, conditions),
      ...printer.compute(sets),
      ...filtered([n, ...computed], printer.late(page)),
      ...(page.ties === true ? printer.together(page.direction) : []),
      new Cypher.With(n, ...computed)
        .orderBy(...printer.sorting(page.direction))
        .limit(parameter(page.limit)),
    );
  }

  private pageOfRoot(id: number, order: readonly OrderKey[], level: Level): Cypher.Clause {
    const n = nodeNamed('n');
    const { computed } = rootOrder(order);
    const list = new Cypher.Return([Cypher.collect(n), levelList(level.id)]);
    if (computed.length > 0)
      list.addColumns([Cypher.collect(new Cypher.List([n.property('id'), ...computed])), columns.order(id)]);
    return list;
  }

  /** The pages of several requests, as if edges led from their places to the nodes. */
  private pagesOfRoot(
    id: number,
    { order }: Listing,
    places: string,
    level: Level,
    candidates: Cypher.Clause,
    scope: readonly Cypher.Variable[],
  ): Cypher.Clause {
    const n = nodeNamed('n');
    const { computed } = rootOrder(order);
    const page = Cypher.utils.concat(candidates, new Cypher.Return(n, ...computed));
    const row = new Cypher.List([valueOfPlace('at'), n.property('id'), ...computed]);
    return Cypher.utils.concat(
      new Cypher.Unwind([parameter(places), place]),
      new Cypher.Call(page, [place, ...scope]),
      new Cypher.Return(
        [Cypher.collect(row), columns.order(id)],
        [Cypher.collect(n).distinct(), levelList(level.id)],
      ),
    );
  }

  /** The bound of a page: the last of so many that come first in a sample. Beyond it nothing is on the page. */
  private sample(
    id: number,
    { where, order }: Listing,
    page: Page,
    { type }: Level,
    sets: Sets,
  ): Cypher.Variable[] {
    const n = nodeNamed('n');
    const printer = rootOrder(order);
    const bound = listNamed(`B${String(id)}`);
    const sampled = new Cypher.With(n).limit(new Cypher.Literal(page.sample!));
    const fitting = matchFitting(n, type, conjunctsOf(where), sets, printer.early(page));
    const clause = Cypher.utils.concat(fitting, sampled, ...printer.bounding(page, bound));
    this.call(clause, sets.variablesOf(where));
    return [bound];
  }

  private level(level: Level): void {
    const n = nodeNamed('n');
    const values = ['id', ...level.properties].map((property) => printAsked(n, property));
    const rows = new Cypher.ListComprehension(n).in(levelList(level.id)).map(new Cypher.List(values));
    this.results.push([rows, columns.nodes(level.id)]);
    for (const cite of level.citations) {
      const asked = level.properties.find((own) => nameOf(own) === cite.property)!;
      this.cite(levelList(level.id), printAsked(n, asked), cite, n);
    }
    for (const expand of level.expands) this.expand(level, expand);
    for (const aggregate of level.aggregates) this.aggregate(aggregate, level);
  }

  private expand(from: Level, expand: Expand): void {
    const { id, listing, level, citations } = expand;
    const step = this.stepOf(expand);
    if (listing === undefined) {
      this.call(this.fromEach(from, expand, matchStep(step), this.edgesAndNodes(expand)), [
        levelList(from.id),
      ]);
    } else {
      const ends = endsFrom(levelList(from.id), expand.edge, level.type, expand.from);
      const sets = this.prepareSets(ends, listing);
      const scope = [levelList(from.id), ...scopeOf(sets, listing)];
      if (listing.count) {
        this.call(this.fromEach(from, expand, countOf(expand, step, listing, sets), countsOf(id)), scope);
        this.result(columns.count(id));
      }
      if (listing.page === undefined) return;
      const page = pageOf(step, listing, listing.page, sets);
      this.call(this.fromEach(from, expand, page, this.edgesAndNodes(expand)), scope);
    }
    this.result(columns.edges(id));
    for (const cite of citations) this.citeOfEdges(expand, cite);
    this.level(level);
  }

  /** For each node `a` of a level, of the kinds that the expansion starts from, what `step` does and `result` gathers. */
  private fromEach(
    from: Level,
    { from: kinds }: Expand,
    step: Cypher.Clause,
    result: Cypher.Return,
  ): Cypher.Clause {
    return Cypher.utils.concat(eachOf(levelList(from.id), kinds), step, result);
  }

  private stepOf({ edge, level }: Expand): Step {
    return printStep(nodeNamed('a'), edgeNamed('r'), edge, nodeNamed('b'), level.type);
  }

  private edgesAndNodes({ id, properties, level, listing }: Expand): Cypher.Return {
    const [a, b, r] = [nodeNamed('a'), nodeNamed('b'), edgeNamed('r')];
    const { computed } = new OrderPrinter({ node: b, edge: r }, listing?.order ?? []);
    const row = [
      a.property('id'),
      b.property('id'),
      ...properties.map((property) => printAsked(r, property)),
      ...computed,
    ];
    return new Cypher.Return(
      [Cypher.collect(new Cypher.List(row)), columns.edges(id)],
      [Cypher.collect(b).distinct(), levelList(level.id)],
    );
  }

  private citeOfEdges({ id, properties }: Expand, cite: Cite): void {
    const e = listNamed('e');
    // The first two items of an edge's row are the ids of its ends.
    const ids = Cypher.listIndex(e, properties.map(nameOf).indexOf(cite.property) + 2);
    this.cite(listNamed(columns.edges(id)), ids, cite, e);
  }

  /** The nodes whose ids each item `e` of a list has, those that fit, and what is read of them. */
  private cite(items: Cypher.Variable, ids: Cypher.Expr, { where, level }: Cite, e: Cypher.Variable): void {
    const [cited, all, n] = [listNamed('cited'), listNamed('all'), nodeNamed('n')];
    const match = new Cypher.Match(new Cypher.Pattern(n, { labels: [level.type] })).where(
      Cypher.and(Cypher.eq(n.property('id'), cited), ...conditionsOf(n, where, new Sets(() => this.sets++))),
    );
    const list = new Cypher.Return([Cypher.collect(n).distinct(), levelList(level.id)]);
    // Not WITH DISTINCT: with the list of edges in scope, that is quadratic on the embedded engine.
    const distinct = new Cypher.With([Cypher.collect(cited).distinct(), all]);
    this.call(
      Cypher.utils.concat(
        new Cypher.Unwind([items, e]),
        new Cypher.Unwind([ids, cited]),
        distinct,
        new Cypher.Unwind([all, cited]),
        match,
        list,
      ),
      [items],
    );
    this.level(level);
  }

  /** @param from the level that a relation starts from; undefined for a root */
  private aggregate(aggregate: Aggregate, from: Level | undefined): void {
    const { id, type, where, along, totals, grouping } = aggregate;
    const candidates =
      from === undefined ? allNodes(type) : endsFrom(levelList(from.id), along!.edge, type, along!.from);
    const sets = this.prepareSets(candidates, aggregate);
    const scope = [...(from === undefined ? [] : [levelList(from.id)]), ...sets.variablesOf(where)];
    const [start, node] = from === undefined ? [undefined, nodeNamed('n')] : [nodeNamed('a'), nodeNamed('b')];
    const match = (): Cypher.Clause => {
      if (start === undefined) return matchFitting(node, type, conjunctsOf(where), sets);
      const step = printStep(start, undefined, along!.edge, node, type);
      const each = eachOf(levelList(from!.id), along!.from);
      return Cypher.utils.concat(each, matchStep(step, conditionsOf(node, where, sets)));
    };
    if (totals.length > 0) {
      this.call(printTotals(aggregate, { match: match(), node, start }), scope);
      this.result(columns.totals(id));
    }
    if (grouping !== undefined) {
      this.call(printGroups(id, grouping, { match: match(), node, start }, sets), scope);
      this.result(columns.groups(id));
    }
  }

  private prepareSets(candidates: Candidates, { where, order = [] }: Partial<Listing>): Sets {
    const sets = new Sets(() => this.sets++);
    sets.prepare(candidates, where);
    for (const measure of measuresOf(order)) sets.prepare(allNodes(measure.type), measure.where);
    this.calls.push(...sets.calls);
    return sets;
  }

  private result(column: string): void {
    this.results.push(listNamed(column));
  }

  private call(subquery: Cypher.Clause, scope: Cypher.Variable[]): void {
    this.calls.push(new Cypher.Call(subquery, scope));
  }
}
