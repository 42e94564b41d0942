import * as Cypher from '@neo4j/cypher-builder';
import { computedTerms, type ComputedTerm, type OrderKey, type Page, type PageDirection } from '../plan';
import { listNamed, nodeNamed, parameter, stepPattern } from './names';

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

  constructor(
    private readonly candidates: Candidates,
    order: readonly OrderKey[],
  ) {
    this.terms = computedTerms(order);
    this.computed = this.terms.map((_, at) => listNamed(`o${String(at)}`));
    this.keys = order.map((key) => ({ key, value: this.valueOf(key) }));
  }

  compute(): Cypher.Clause[] {
    const { node } = this.candidates;
    return this.terms.map((term, at) => new Cypher.Call(printTerm(node, term, this.computed[at]!), [node]));
  }

  /** Missing values last; first, where the order is read backward. */
  sorting(direction: PageDirection): [Cypher.Expr, Cypher.Order][] {
    const [up, down] = direction === 'forward' ? (['ASC', 'DESC'] as const) : (['DESC', 'ASC'] as const);
    return this.keys.flatMap(({ key, value }): [Cypher.Expr, Cypher.Order][] => {
      const own: [Cypher.Expr, Cypher.Order] = [value, key.descending ? down : up];
      return key.nullable ? [[Cypher.isNull(value), up], own] : [own];
    });
  }

  /** Conditions on a page that no computed term is needed for. */
  early(page: Page): Cypher.Predicate[] {
    const { cursor } = page;
    if (cursor === undefined) return [];
    if (this.terms.length === 0) return [printBeyond(this.keys, cursor, page.direction)];
    // The rest waits for its terms, but where the first key can bound the candidates, it does so now.
    const [first] = this.keys as [PrintedKey, ...PrintedKey[]];
    if (first.key.nullable) return [];
    return [printNotShort(first, cursor[0]!, page.direction)];
  }

  /** Conditions on a page that need the computed terms. */
  late({ cursor, direction }: Page): Cypher.Predicate[] {
    return cursor === undefined || this.terms.length === 0 ? [] : [printBeyond(this.keys, cursor, direction)];
  }

  private valueOf({ by }: OrderKey): Cypher.Expr {
    const { node, edge } = this.candidates;
    switch (by.kind) {
      case 'property':
        return node.property(by.property);
      case 'edge':
        return edge!.property(by.property);
      case 'through':
        return this.computed[this.terms.indexOf(by)]!;
    }
  }
}

interface PrintedKey {
  readonly key: OrderKey;
  readonly value: Cypher.Expr;
}

/** A subquery that gives back exactly one row for `node`: the value of a term. */
function printTerm(
  node: Cypher.NamedNode,
  { path, property }: ComputedTerm,
  value: Cypher.Variable,
): Cypher.Clause {
  const ends = path.map((_, at) => nodeNamed(`k${String(at)}`));
  const steps = path.map(
    ({ edge, type }, at) =>
      new Cypher.Match(stepPattern(ends[at - 1] ?? node, undefined, edge, ends[at]!, type)),
  );
  const last = ends.at(-1)!;
  const nearest = ends
    .slice(0, -1)
    .map((end) => new Cypher.With(end).orderBy([end.property('id'), 'ASC']).limit(new Cypher.Literal(1)));
  const end = listNamed('end');
  // An aggregate without groups has a row even of nothing. No two ends have the same id, so that the first item decides.
  const smallest = Cypher.min(new Cypher.List([last.property('id'), last.property(property)]));
  return Cypher.utils.concat(
    ...steps.flatMap((step, at) => [step, nearest[at]]),
    new Cypher.With([smallest, end]),
    new Cypher.Return([Cypher.listIndex(end, 1), value]),
  );
}

/** The embedded engine does not compare flags by size: inside an OR, `true > false` is null there. As numbers it does. */
const comparable = ({ flag }: OrderKey, value: Cypher.Expr): Cypher.Expr =>
  flag ? Cypher.toInteger(value) : value;

/** Whether, on the way of a page, larger values come later. */
const isRising = ({ descending }: OrderKey, direction: PageDirection): boolean =>
  descending === (direction === 'backward');

function printNotShort({ key, value }: PrintedKey, name: string, direction: PageDirection): Cypher.Predicate {
  const compare = isRising(key, direction) ? Cypher.gte : Cypher.lte;
  return compare(comparable(key, value), comparable(key, parameter(name)));
}

/**
 * What lies beyond the place where the keys have the values of a cursor: after it or, backward, before it. For a key
 * that is never null it reads `key >= $a AND (key > $a OR …)`, the form that a range of an index serves.
 */
function printBeyond(
  keys: readonly PrintedKey[],
  cursor: readonly string[],
  direction: PageDirection,
): Cypher.Predicate {
  const [first, ...rest] = keys as [PrintedKey, ...PrintedKey[]];
  const [name, ...names] = cursor as [string, ...string[]];
  const { key } = first;
  const value = comparable(key, first.value);
  const place = comparable(key, parameter(name));
  const beyond = (isRising(key, direction) ? Cypher.gt : Cypher.lt)(value, place);
  if (rest.length === 0) return beyond;
  const further = printBeyond(rest, names, direction);
  if (!key.nullable) return Cypher.and(printNotShort(first, name, direction), Cypher.or(beyond, further));
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
