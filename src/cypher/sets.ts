import * as Cypher from '@neo4j/cypher-builder';
import { conjunctsOf, opposite, reachesOf, type EdgeStep, type Predicate, type Reach } from '../plan';
import { edgeNamed, listNamed, nodeNamed, stepPattern } from './names';
import { allOf, anyOf, printPredicate, type SetOf } from './predicate';

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
    const step = stepPattern(nodeNamed('a'), edgeNamed('r'), edge, b, type);
    const conditions = conjuncts.map((conjunct) => printPredicate(b, conjunct, sets.setOf));
    return Cypher.utils.concat(eachOf(list, kinds), matchWhere(step, conditions));
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
 * The sets behind the `some` and `single` predicates of a statement: for each, the distinct nodes that lead to a node
 * that fits, or to exactly one. They are computed before the level they filter, the innermost first: from the far end
 * towards the near one, or from the candidates at the near end to the far one and back.
 */
export class Sets {
  /** Subqueries to run before whatever uses the sets, in this order. */
  readonly calls: Cypher.Call[] = [];
  private readonly names = new Map<Reach, string>();

  constructor(private readonly nextNumber: () => number) {}

  /** Prepares the sets that a predicate reads. */
  prepare(candidates: Candidates, predicate: Predicate | undefined): void {
    if (predicate === undefined) return;
    const reaches = reachesOf(predicate);
    for (const reach of reaches) if (!isNear(reach)) this.fromFarEnd(reach, candidates.type);
    const near = reaches.filter(isNear);
    if (near.length === 0) return;
    const settled = conjunctsOf(predicate).filter((conjunct) => !reachesOf(conjunct).some(isNear));
    const list = listNamed(`C${String(this.nextNumber())}`);
    const all = new Cypher.Return([Cypher.collect(nodeNamed('b')).distinct(), list]);
    const scope = [...candidates.scope, ...settled.flatMap((conjunct) => this.variablesOf(conjunct))];
    this.calls.push(new Cypher.Call(Cypher.utils.concat(candidates.bind(settled, this), all), scope));
    for (const reach of near) this.fromCandidates(list, reach);
  }

  readonly setOf: SetOf = (reach) => listNamed(this.names.get(reach)!);

  /** The sets that a predicate reads, to bring into the scope of a subquery. */
  variablesOf(predicate: Predicate | undefined): Cypher.Variable[] {
    return predicate === undefined ? [] : reachesOf(predicate).map(this.setOf);
  }

  private fromFarEnd(reach: Reach, near: string): void {
    const { type, where, edge } = reach;
    const ends = allNodes(type);
    this.prepare(ends, where);
    const b = nodeNamed('b');
    const conjuncts = conjunctsOf(where);
    const ofEdge = conjuncts.filter(readsEdge);
    const r = ofEdge.length === 0 ? undefined : edgeNamed('r');
    const step = matchWhere(
      stepPattern(b, r, opposite(edge), nodeNamed('a'), near),
      ofEdge.map((conjunct) => printPredicate(b, conjunct, this.setOf)),
    );
    const fitting = Cypher.utils.concat(ends.bind(conjuncts, this), new Cypher.With(b).distinct());
    this.keep(reach, Cypher.utils.concat(fitting, step), ends.scope);
  }

  private fromCandidates(list: Cypher.Variable, reach: Reach): void {
    const ends = endsFrom(list, reach.edge, reach.type);
    this.prepare(ends, reach.where);
    this.keep(reach, ends.bind(conjunctsOf(reach.where), this), ends.scope);
  }

  /** Keeps the nodes `a` that a clause gives, each with a node `b` that fits, as the set of a reach. */
  private keep(reach: Reach, clause: Cypher.Clause, scope: readonly Cypher.Variable[]): void {
    const name = `S${String(this.nextNumber())}`;
    this.names.set(reach, name);
    const a = nodeNamed('a');
    const subquery = Cypher.utils.concat(
      clause,
      ...(reach.kind === 'single' ? [onlyOnce(a, nodeNamed('b'))] : []),
      new Cypher.Return([Cypher.collect(a).distinct(), listNamed(name)]),
    );
    this.calls.push(new Cypher.Call(subquery, [...scope, ...this.variablesOf(reach.where)]));
  }
}

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
  const anchor = conjuncts.some(isIdentity) ? undefined : (conjuncts.find(isNear) ?? conjuncts.find(isReach));
  const rest = conjuncts.filter((conjunct) => conjunct !== anchor);
  const conditions = [...more, ...rest.map((conjunct) => printPredicate(node, conjunct, sets.setOf))];
  if (anchor === undefined) {
    return matchWhere(new Cypher.Pattern(node, { labels: [type] }), conditions);
  }
  const unwind = new Cypher.Unwind([sets.setOf(anchor), node]);
  if (conditions.length === 0) return unwind;
  return Cypher.utils.concat(unwind, new Cypher.With(node).where(allOf(conditions)));
}

export function matchWhere(pattern: Cypher.Pattern, conditions: readonly Cypher.Predicate[]): Cypher.Match {
  const match = new Cypher.Match(pattern);
  return conditions.length === 0 ? match : match.where(allOf(conditions));
}

const isIdentity = (predicate: Predicate): boolean =>
  predicate.kind === 'compare' &&
  predicate.on === 'node' &&
  predicate.property === 'id' &&
  ['eq', 'in'].includes(predicate.operator);

const isReach = (predicate: Predicate): predicate is Reach =>
  predicate.kind === 'some' || predicate.kind === 'single';

const isNear = (predicate: Predicate): predicate is Reach => isReach(predicate) && predicate.start === 'near';

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
    case 'never':
      return false;
  }
}
