import * as Cypher from '@neo4j/cypher-builder';
import {
  computedTerms,
  groupColumns,
  type ComputedTerm,
  type Measure,
  type OrderKey,
  type Page,
  type PageDirection,
  type PathStep,
} from '../plan';
import { printMeasuring } from './measurements';
import { printDegree } from './degree';
import { listNamed, nodeNamed, parameter } from './names';
import { printPredicate } from './predicate';
import { printAsked } from './reading';
import type { Sets } from './sets';
import { matchStep, printStep } from './steps';

/** The candidates of a page: each a node and, in a relation, the edge that leads to it. */
interface Candidates {
  readonly node: Cypher.NamedNode;
  readonly edge: Cypher.NamedRelationship | undefined;
}

/**
 * Prints an order of candidates. Its computed terms are variables: `compute` gives them their values, one subquery each,
 * which makes one row of each candidate, whatever the term finds. Neo4j runs it only for the candidates that it gets to,
 * which are few where the order begins with an indexed property; and no other form is fast on both engines.
 */
export class OrderPrinter {
  /** The variables that hold the values of the computed terms. */
  readonly computed: readonly Cypher.Variable[];
  private readonly terms: readonly ComputedTerm[];
  private readonly keys: readonly PrintedKey[];

  /** @param placed what a name in a cursor stands for */
  constructor(
    private readonly candidates: Candidates,
    order: readonly OrderKey[],
    private readonly placed: ValueAt = parameter,
  ) {
    this.terms = computedTerms(order);
    this.computed = this.terms.map((_, at) => listNamed(`o${String(at)}`));
    this.keys = order.map((key) => ({ key, value: this.valueOf(key) }));
  }

  /** @param sets those that measures read */
  compute(sets: Sets): Cypher.Clause[] {
    const { node, edge } = this.candidates;
    return this.terms.map((term, at) => {
      const value = this.computed[at]!;
      if (term.kind === 'measure' && term.degree === true) {
        const known = [node, ...(edge === undefined ? [] : [edge]), ...this.computed.slice(0, at)];
        return new Cypher.With(...known, [printDegree(node, term.edge), value]);
      }
      if (term.kind === 'through') return new Cypher.Call(printEnd(node, term, value), [node]);
      return new Cypher.Call(printMeasure(node, term, value, sets), [node, ...sets.variablesOf(term.where)]);
    });
  }

  /** Missing values last; first, where the order is read backward. */
  sorting(direction: PageDirection): [Cypher.Expr, Cypher.Order][] {
    const [up, down] = direction === 'forward' ? (['ASC', 'DESC'] as const) : (['DESC', 'ASC'] as const);
    return this.keys.flatMap(({ key, value }): [Cypher.Expr, Cypher.Order][] => {
      const own: [Cypher.Expr, Cypher.Order] = [value, key.descending ? down : up];
      return key.nullable ? [[Cypher.isNull(value), up], own] : [own];
    });
  }

  /**
   * Puts candidates together that are equal in the first key. A store that knows that they come in this order reads no
   * further key of them than it needs to fill the page.
   */
  together(direction: PageDirection): Cypher.Clause[] {
    const [{ value, key }] = this.keys as [PrintedKey, ...PrintedKey[]];
    const ties = listNamed('ties');
    const { node } = this.candidates;
    return [
      new Cypher.With(value as Cypher.Variable, [Cypher.collect(node), ties]).orderBy([
        value,
        isRising(key, direction) ? 'ASC' : 'DESC',
      ]),
      new Cypher.Unwind([ties, node]),
    ];
  }

  /** Conditions on a page that no computed term is needed for. */
  early(page: Page): Cypher.Predicate[] {
    const { cursor } = page;
    if (cursor === undefined) return [];
    if (this.terms.length === 0) return [printBeyond(this.keys, this.valuesAt(cursor), page.direction)];
    // The rest waits for its terms, but where the first key can bound the candidates, it does so now.
    const [first] = this.keys as [PrintedKey, ...PrintedKey[]];
    if (first.key.nullable || first.key.by.kind === 'measure') return [];
    return [printNotShort(first, this.placed(cursor[0]!), page.direction)];
  }

  /** Conditions on a page that need the computed terms. */
  late({ cursor, direction }: Page): Cypher.Predicate[] {
    return cursor === undefined || this.terms.length === 0
      ? []
      : [printBeyond(this.keys, this.valuesAt(cursor), direction)];
  }

  /** Of the candidates, the first key of the last one on a first page. */
  bounding({ limit, direction }: Page, bound: Cypher.Variable): Cypher.Clause[] {
    const [{ key, value }] = this.keys as [PrintedKey, ...PrintedKey[]];
    const first = listNamed('first');
    const rises = isRising(key, direction);
    return [
      new Cypher.With([value, first]).orderBy([first, rises ? 'ASC' : 'DESC']).limit(parameter(limit)),
      new Cypher.Return([(rises ? Cypher.max : Cypher.min)(first), bound]),
    ];
  }

  /** Whether the first key is not beyond a bound. */
  within(bound: Cypher.Variable, direction: PageDirection): Cypher.Predicate {
    const [{ key, value }] = this.keys as [PrintedKey, ...PrintedKey[]];
    return (isRising(key, direction) ? Cypher.lte : Cypher.gte)(value, bound);
  }

  private valuesAt(cursor: readonly string[]): Cypher.Expr[] {
    return cursor.map((name) => this.placed(name));
  }

  private valueOf({ by }: OrderKey): Cypher.Expr {
    const { node, edge } = this.candidates;
    switch (by.kind) {
      case 'property':
        return printAsked(node, by.property);
      case 'edge':
        return printAsked(edge!, by.property);
      case 'through':
      case 'measure':
        return this.computed[this.terms.indexOf(by)]!;
    }
  }
}

/** What a cursor says of a key, by the name that it has there. */
type ValueAt = (name: string) => Cypher.Expr;

interface PrintedKey {
  readonly key: OrderKey;
  readonly value: Cypher.Expr;
}

/** The way from `node` along relations to one: a step to each stop, and what keeps the stop with the smallest id. */
function printPath(
  node: Cypher.NamedNode,
  path: readonly PathStep[],
): {
  readonly stops: readonly Cypher.NamedNode[];
  readonly steps: Cypher.Match[];
  readonly nearest: Cypher.With[];
} {
  const stops = path.map((_, at) => nodeNamed(`k${String(at)}`));
  const steps = path.map(({ edge, type }, at) =>
    matchStep(printStep(stops[at - 1] ?? node, undefined, edge, stops[at]!, type)),
  );
  const nearest = stops.map((stop) =>
    new Cypher.With(stop).orderBy([stop.property('id'), 'ASC']).limit(new Cypher.Literal(1)),
  );
  return { stops, steps, nearest };
}

/** A subquery that gives back exactly one row for `node`: the value at the end of a path. */
function printEnd(
  node: Cypher.NamedNode,
  { path, property }: Extract<ComputedTerm, { kind: 'through' }>,
  value: Cypher.Variable,
): Cypher.Clause {
  const { stops, steps, nearest } = printPath(node, path);
  const last = stops.at(-1)!;
  const found = listNamed('found');
  // An aggregate without groups has a row even of nothing. No two ends have the same id, so that the first item decides.
  const smallest = Cypher.min(new Cypher.List([last.property('id'), printAsked(last, property)]));
  return Cypher.utils.concat(
    ...steps.flatMap((step, at) => (at < steps.length - 1 ? [step, nearest[at]!] : [step])),
    new Cypher.With([smallest, found]),
    new Cypher.Return([Cypher.listIndex(found, 1), value]),
  );
}

/** A subquery that gives back exactly one row for `node`: what a relation of it measures, or of the end of a path. */
function printMeasure(
  node: Cypher.NamedNode,
  { path, edge, type, where, measurement }: Measure,
  value: Cypher.Variable,
  sets: Sets,
): Cypher.Clause {
  const { stops, steps, nearest } = printPath(node, path);
  const start = stops.at(-1) ?? node;
  const measured = nodeNamed('m');
  const conditions = where === undefined ? [] : [printPredicate(measured, where, sets.setOf)];
  const clauses = [
    matchStep(printStep(start, undefined, edge, measured, type), conditions),
    ...printMeasuring(measured, [], [measurement]),
  ];
  const figure = listNamed(groupColumns.measurement(0));
  if (path.length === 0) return Cypher.utils.concat(...clauses, new Cypher.Return([figure, value]));
  // Where the path breaks off there is nothing to begin with, and so no figure.
  const atEnd = Cypher.utils.concat(...clauses, new Cypher.Return(figure));
  return Cypher.utils.concat(
    ...steps.flatMap((step, at) => [step, nearest[at]!]),
    new Cypher.Call(atEnd, [start, ...sets.variablesOf(where)]),
    new Cypher.Return([Cypher.min(figure), value]),
  );
}

/** The embedded engine does not compare flags by size: inside an OR, `true > false` is null there. As numbers it does. */
const comparable = ({ flag }: OrderKey, value: Cypher.Expr): Cypher.Expr =>
  flag ? Cypher.toInteger(value) : value;

/** Whether, on the way of a page, larger values come later. */
const isRising = ({ descending }: OrderKey, direction: PageDirection): boolean =>
  descending === (direction === 'backward');

function printNotShort(
  { key, value }: PrintedKey,
  place: Cypher.Expr,
  direction: PageDirection,
): Cypher.Predicate {
  const compare = isRising(key, direction) ? Cypher.gte : Cypher.lte;
  return compare(comparable(key, value), comparable(key, place));
}

/**
 * What lies beyond the place where the keys have the values of a cursor: after it or, backward, before it. For a key
 * that is never null it reads `key >= $a AND (key > $a OR …)`, the form that a range of an index serves.
 */
function printBeyond(
  keys: readonly PrintedKey[],
  cursor: readonly Cypher.Expr[],
  direction: PageDirection,
): Cypher.Predicate {
  const [first, ...rest] = keys as [PrintedKey, ...PrintedKey[]];
  const [own, ...others] = cursor as [Cypher.Expr, ...Cypher.Expr[]];
  const { key } = first;
  const value = comparable(key, first.value);
  const place = comparable(key, own);
  const beyond = (isRising(key, direction) ? Cypher.gt : Cypher.lt)(value, place);
  if (rest.length === 0) return beyond;
  const further = printBeyond(rest, others, direction);
  if (!key.nullable) return Cypher.and(printNotShort(first, own, direction), Cypher.or(beyond, further));
  const tie = Cypher.and(Cypher.eq(value, place), further);
  const missing = Cypher.isNull(value);
  if (direction === 'backward') {
    return Cypher.or(
      Cypher.and(Cypher.isNull(place), Cypher.or(Cypher.isNotNull(value), further)),
      Cypher.and(Cypher.isNotNull(place), Cypher.or(beyond, tie)),
    );
  }
  return Cypher.or(
    Cypher.and(Cypher.isNull(place), missing, further),
    Cypher.and(Cypher.isNotNull(place), Cypher.or(missing, beyond, tie)),
  );
}
