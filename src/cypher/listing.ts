import * as Cypher from '@neo4j/cypher-builder';
import {
  columns,
  measuresOf,
  type Expand,
  type Listing,
  type OrderKey,
  type Page,
  type Predicate,
} from '../plan';
import { printDegree } from './degree';
import { edgeNamed, listNamed, nodeNamed, parameter } from './names';
import { OrderPrinter } from './order';
import { allOf, printPredicate } from './predicate';
import type { Sets } from './sets';
import { matchStep, type Step } from './steps';

/** Said of a property that is never null, so that the store reads its index in order instead of sorting. */
export function fromIndex(node: Cypher.Node, [first]: readonly OrderKey[]): Cypher.Predicate[] {
  if (first?.by.kind !== 'property' || first.nullable || typeof first.by.property !== 'string') return [];
  return [Cypher.isNotNull(node.property(first.by.property))];
}

/** The edges `r` and nodes `b` of one page, read for one node `a`, with the computed values of their order. */
export function pageOf(step: Step, listing: Listing, page: Page, sets: Sets): Cypher.Clause {
  const { where, order } = listing;
  const [a, b, r] = [nodeNamed('a'), nodeNamed('b'), edgeNamed('r')];
  const printer = new OrderPrinter({ node: b, edge: r }, order);
  const { computed } = printer;
  const ordered = new Cypher.Return(r, b, ...computed)
    .orderBy(...printer.sorting(page.direction))
    .limit(parameter(page.limit));
  const subquery = Cypher.utils.concat(
    matchStep(step, [...conditionsOf(b, where, sets), ...printer.early(page)]),
    ...printer.compute(sets),
    ...filtered([r, b, ...computed], printer.late(page)),
    ordered,
  );
  return new Cypher.Call(subquery, [a, ...scopeOf(sets, listing)]);
}

/** What a listing reads of the sets. Each predicate has sets of its own, so that none is here twice. */
export function scopeOf(sets: Sets, { where, order }: Listing): Cypher.Variable[] {
  return [where, ...measuresOf(order).map((measure) => measure.where)].flatMap((predicate) =>
    sets.variablesOf(predicate),
  );
}

/** Keeps the rows for which all conditions hold. */
export const filtered = (
  variables: Cypher.Variable[],
  conditions: readonly Cypher.Predicate[],
): Cypher.With[] => (conditions.length === 0 ? [] : [new Cypher.With(...variables).where(allOf(conditions))]);

/** How many there are for one node `a`, as `total`. */
export function countOf(
  { edge }: Expand,
  step: Step,
  { where, degrees }: Listing,
  sets: Sets,
): Cypher.Clause {
  const [a, b] = [nodeNamed('a'), nodeNamed('b')];
  if (degrees === true) return new Cypher.With(a, [printDegree(a, edge), 'total']);
  const total = new Cypher.Return([Cypher.count(b), 'total']);
  const count = Cypher.utils.concat(matchStep(step, conditionsOf(b, where, sets)), total);
  return new Cypher.Call(count, [a, ...sets.variablesOf(where)]);
}

/** The totals of all nodes `a`. */
export const countsOf = (id: number): Cypher.Return =>
  new Cypher.Return([
    Cypher.collect(new Cypher.List([nodeNamed('a').property('id'), listNamed('total')])),
    columns.count(id),
  ]);

/** The condition on a node and on the edge `r` that leads to it, if there is one. */
export const conditionsOf = (
  node: Cypher.Node,
  where: Predicate | undefined,
  sets: Sets,
): Cypher.Predicate[] => (where === undefined ? [] : [printPredicate(node, where, sets.setOf)]);
