import * as Cypher from '@neo4j/cypher-builder';
import {
  conjunctsOf,
  isRelationFilter,
  opposite,
  reachesOf,
  type EdgeStep,
  type Measured,
  type Predicate,
  type RelationFilter,
} from '../plan';
import { mayHoldOfNothing, printMeasuring, printOfNothing } from './measurements';
import { edgeNamed, listNamed, nodeNamed } from './names';
import { allOf, anyOf, printPredicate, type NodeSet, type SetOf } from './predicate';
import { matchStep, matchWhere, printStep } from './steps';

/** The nodes that a predicate is asked of. */
export interface Candidates {
  readonly type: string;
  /** The lists that they come from, to bring into the scope of a subquery. */
  readonly scope: readonly Cypher.Variable[];
  /** Binds `b` to those of them that fit, perhaps more than once. */
  bind(conjuncts: readonly Predicate[], sets: Sets): Cypher.Clause;
}

/** All nodes of a type. No edge leads to them: what is asked of one is asked later, where it is walked. */
export const allNodes = (type: string): Candidates => ({
  type,
  scope: [],
  bind: (conjuncts, sets) => {
    const ofNode = conjuncts.filter((conjunct) => !readsEdge(conjunct));
    return matchFitting(nodeNamed('b'), type, ofNode, sets);
  },
});

/** The nodes that edges `r` lead to from the nodes `a` of a list, or from those that are of some kinds. */
export const endsFrom = (
  list: Cypher.Variable,
  edge: EdgeStep,
  type: string,
  kinds?: readonly string[],
): Candidates => ({
  type,
  scope: [list],
  bind: (conjuncts, sets) => {
    const b = nodeNamed('b');
    const step = printStep(nodeNamed('a'), edgeNamed('r'), edge, b, type);
    const conditions = conjuncts.map((conjunct) => printPredicate(b, conjunct, sets.setOf));
    return Cypher.utils.concat(eachOf(list, kinds), matchStep(step, conditions));
  },
});

/** Each node `a` of a list, or each that is of some kinds. */
export function eachOf(list: Cypher.Variable, kinds: readonly string[] | undefined): Cypher.Clause {
  const a = nodeNamed('a');
  const unwind = new Cypher.Unwind([list, a]);
  if (kinds === undefined) return unwind;
  return Cypher.utils.concat(unwind, new Cypher.With(a).where(anyOf(kinds.map((kind) => a.hasLabel(kind)))));
}

/**
 * The sets behind the predicates on relations of a statement. For `some` and `single`, the distinct nodes that lead to a
 * node that fits, or to exactly one; for a measured relation, those for which it measures what is asked. They are
 * computed before the level they filter, the innermost first: from the far end towards the near one, or from the
 * candidates at the near end to the far one and back.
 */
export class Sets {
  /** Subqueries to run before whatever uses the sets, in this order. */
  readonly calls: Cypher.Call[] = [];
  private readonly known = new Map<RelationFilter, NodeSet>();

  constructor(private readonly nextNumber: () => number) {}

  /** Prepares the sets that a predicate reads. */
  prepare(candidates: Candidates, predicate: Predicate | undefined): void {
    if (predicate === undefined) return;
    const reaches = reachesOf(predicate);
    for (const reach of reaches) if (reach.start === 'far') this.fromFarEnd(reach, candidates.type);
    const near = reaches.filter(isNear);
    if (near.length === 0) return;
    const settled = conjunctsOf(predicate).filter((conjunct) => !reachesOf(conjunct).some(isNear));
    const list = listNamed(`C${String(this.nextNumber())}`);
    const all = new Cypher.Return([Cypher.collect(nodeNamed('b')).distinct(), list]);
    const scope = [...candidates.scope, ...settled.flatMap((conjunct) => this.variablesOf(conjunct))];
    this.calls.push(new Cypher.Call(Cypher.utils.concat(candidates.bind(settled, this), all), scope));
    for (const reach of near) this.fromCandidates(list, reach);
  }

  readonly setOf: SetOf = (reach) => this.known.get(reach)!;

  /** What a predicate reads of the sets, to bring into the scope of a subquery. */
  variablesOf(predicate: Predicate | undefined): Cypher.Variable[] {
    if (predicate === undefined) return [];
    return reachesOf(predicate)
      .filter(({ start }) => start !== 'each')
      .map(this.setOf)
      .flatMap(({ list, inverted }) => (inverted === undefined ? [list] : [list, inverted]));
  }

  private fromFarEnd(reach: RelationFilter, near: string): void {
    const { type, where, edge } = reach;
    const ends = allNodes(type);
    this.prepare(ends, where);
    const b = nodeNamed('b');
    const conjuncts = conjunctsOf(where);
    const ofEdge = conjuncts.filter(readsEdge);
    const r = ofEdge.length === 0 && !measuresEdge(reach) ? undefined : edgeNamed('r');
    const step = matchStep(
      printStep(b, r, opposite(edge), nodeNamed('a'), near),
      ofEdge.map((conjunct) => printPredicate(b, conjunct, this.setOf)),
    );
    // Each `b` is there once. A DISTINCT, where a list is in scope, is quadratic on the embedded engine.
    const fitting = Cypher.utils.concat(ends.bind(conjuncts, this), new Cypher.With(b));
    this.keep(reach, Cypher.utils.concat(fitting, step), ends.scope);
  }

  private fromCandidates(list: Cypher.Variable, reach: RelationFilter): void {
    const ends = endsFrom(list, reach.edge, reach.type);
    this.prepare(ends, reach.where);
    this.keep(reach, ends.bind(conjunctsOf(reach.where), this), ends.scope);
  }

  /** Keeps the nodes `a` that a clause gives, each with a node `b` that fits, as the set of a reach. */
  private keep(reach: RelationFilter, clause: Cypher.Clause, scope: readonly Cypher.Variable[]): void {
    const number = String(this.nextNumber());
    const list = listNamed(`S${number}`);
    const inverted = this.prepareInversion(reach, listNamed(`Z${number}`));
    this.known.set(reach, { list, inverted });
    const a = nodeNamed('a');
    const subquery = Cypher.utils.concat(
      clause,
      ...this.narrowed(reach, inverted),
      new Cypher.Return([Cypher.collect(a).distinct(), list]),
    );
    const inversion = inverted === undefined ? [] : [inverted];
    this.calls.push(new Cypher.Call(subquery, [...scope, ...this.variablesOf(reach.where), ...inversion]));
  }

  private narrowed(reach: RelationFilter, inverted: Cypher.Variable | undefined): Cypher.Clause[] {
    const [a, b] = [nodeNamed('a'), nodeNamed('b')];
    switch (reach.kind) {
      case 'some':
        return [];
      case 'single':
        return [onlyOnce(a, b)];
      case 'measured':
        return this.onlyMeasured(a, b, reach, inverted);
    }
  }

  /**
   * Nodes that reach nothing are in no list. Where they may fit, which depends on the bound values, this finds out, and
   * the list is of those that do not.
   */
  private prepareInversion(reach: RelationFilter, inverted: Cypher.Variable): Cypher.Variable | undefined {
    if (reach.kind !== 'measured' || !mayHoldOfNothing(reach)) return undefined;
    const having = this.printHaving(nodeNamed('a'), reach);
    this.calls.push(new Cypher.Call(printOfNothing(reach.measurements, [having, inverted]), []));
    return inverted;
  }

  /** Keeps each `a` of which those that it reaches measure what is asked, or what is not. */
  private onlyMeasured(
    a: Cypher.Node,
    b: Cypher.Node,
    reach: Measured,
    inverted: Cypher.Variable | undefined,
  ): Cypher.Clause[] {
    const having = this.printHaving(a, reach);
    const kept = inverted === undefined ? having : Cypher.neq(having, inverted);
    return printMeasuring(b, [a], reach.measurements, kept);
  }

  private printHaving(node: Cypher.Node, { having }: Measured): Cypher.Predicate {
    return Cypher.coalesce(printPredicate(node, having, this.setOf), Cypher.false);
  }
}

const measuresEdge = (reach: RelationFilter): boolean =>
  reach.kind === 'measured' &&
  reach.measurements.some((measurement) => measurement.kind !== 'count' && measurement.on === 'edge');

/** Keeps each `a` that a single `b` leads to. */
function onlyOnce(a: Cypher.Node, b: Cypher.Node): Cypher.With {
  const times = listNamed('times');
  return new Cypher.With(a, [Cypher.count(b), times]).where(Cypher.eq(times, new Cypher.Literal(1)));
}

/** Binds `node` to the nodes of a type for which all predicates hold, beginning at a set where one of them is a set. */
export function matchFitting(
  node: Cypher.Node,
  type: string,
  conjuncts: readonly Predicate[],
  sets: Sets,
  more: readonly Cypher.Predicate[] = [],
): Cypher.Clause {
  // An id is the narrowest end there is; the sets then only filter. A set of candidates is narrower than others.
  const listed = conjuncts.some(isIdentity) ? [] : conjuncts.filter((conjunct) => isListed(conjunct, sets));
  const anchor = listed.find(isNear) ?? listed[0];
  const rest = conjuncts.filter((conjunct) => conjunct !== anchor);
  const conditions = [...more, ...rest.map((conjunct) => printPredicate(node, conjunct, sets.setOf))];
  if (anchor === undefined) {
    return matchWhere(new Cypher.Pattern(node, { labels: [type] }), conditions);
  }
  const unwind = new Cypher.Unwind([sets.setOf(anchor).list, node]);
  if (conditions.length === 0) return unwind;
  return Cypher.utils.concat(unwind, new Cypher.With(node).where(allOf(conditions)));
}

const isIdentity = (predicate: Predicate): boolean =>
  predicate.kind === 'compare' &&
  predicate.on === 'node' &&
  predicate.property === 'id' &&
  ['eq', 'in'].includes(predicate.operator);

/** Whether there is a list of the very nodes for which a predicate is true. */
const isListed = (predicate: Predicate, { setOf }: Sets): predicate is RelationFilter =>
  isRelationFilter(predicate) && predicate.start !== 'each' && setOf(predicate).inverted === undefined;

const isNear = ({ start }: RelationFilter): boolean => start === 'near';

/** Whether a predicate asks something of the edge that leads to the node. */
function readsEdge(predicate: Predicate): boolean {
  switch (predicate.kind) {
    case 'and':
    case 'or':
      return predicate.operands.some(readsEdge);
    case 'not':
      return readsEdge(predicate.operand);
    case 'compare':
    case 'missing':
      return predicate.on === 'edge';
    case 'some':
    case 'single':
    case 'measured':
    case 'never':
      return false;
  }
}
