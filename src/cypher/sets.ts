import * as Cypher from '@neo4j/cypher-builder';
import { conjunctsOf, reachesOf, type EdgeStep, type Measured, type Predicate, type Reach } from '../plan';
import { mayHoldOfNothing, printMeasuring, printOfNothing } from './measurements';
import { listNamed, nodeNamed, stepPattern } from './names';
import { allOf, printPredicate, reachedOver, type NodeSet, type SetOf } from './predicate';

/**
 * The sets behind the predicates on relations of a statement. For `some` and `single`, the distinct nodes that lead to a
 * node that fits, or to exactly one; for a measured relation, those for which it measures what is asked. They are computed from the far end towards the near one, the innermost first, before
 * the level they filter.
 */
export class Sets {
  /** Subqueries to run before whatever uses the sets, in this order. */
  readonly calls: Cypher.Call[] = [];
  private readonly known = new Map<Reach | Measured, NodeSet>();

  constructor(private readonly nextNumber: () => number) {}

  /** Prepares the sets that a predicate reads, on nodes of the type `near`. */
  prepare(near: string, predicate: Predicate | undefined): void {
    if (predicate === undefined) return;
    for (const reach of reachesOf(predicate)) this.prepareOne(near, reach);
  }

  readonly setOf: SetOf = (reach) => this.known.get(reach)!;

  /** What a predicate reads of the sets, to bring into the scope of a subquery. */
  variablesOf(predicate: Predicate | undefined): Cypher.Variable[] {
    if (predicate === undefined) return [];
    return reachesOf(predicate)
      .map(this.setOf)
      .flatMap(({ list, inverted }) => (inverted === undefined ? [list] : [list, inverted]));
  }

  private prepareOne(near: string, reach: Reach | Measured): void {
    this.prepare(reach.type, reach.where);
    const number = String(this.nextNumber());
    const list = listNamed(`S${number}`);
    const inverted = this.prepareInversion(reach, listNamed(`Z${number}`));
    this.known.set(reach, { list, inverted });
    const [a, b] = [nodeNamed('a'), nodeNamed('b')];
    const conjuncts = conjunctsOf(reach.where);
    const ofEdge = conjuncts.filter(readsEdge);
    const edge = ofEdge.length === 0 && !measuresEdge(reach) ? undefined : reachedOver();
    const step = stepPattern(b, edge, opposite(reach.edge), a, near);
    const subquery = Cypher.utils.concat(
      matchFitting(
        b,
        reach.type,
        conjuncts.filter((conjunct) => !readsEdge(conjunct)),
        this,
      ),
      new Cypher.With(b).distinct(),
      matchWhere(
        step,
        ofEdge.map((conjunct) => printPredicate(b, conjunct, this.setOf)),
      ),
      ...(reach.kind === 'single' ? [onlyOnce(a, b)] : []),
      ...(reach.kind === 'measured' ? this.onlyMeasured(a, b, reach, inverted) : []),
      new Cypher.Return([Cypher.collect(a).distinct(), list]),
    );
    const scope = [...this.variablesOf(reach.where), ...(inverted === undefined ? [] : [inverted])];
    this.calls.push(new Cypher.Call(subquery, scope));
  }

  /**
   * Nodes that reach nothing are in no list. Where they may fit, which depends on the bound values, this finds out, and the
   * list is of those that do not.
   */
  private prepareInversion(reach: Reach | Measured, inverted: Cypher.Variable): Cypher.Variable | undefined {
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

const measuresEdge = (reach: Reach | Measured): boolean =>
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
  // An id is the narrowest end there is; the sets then only filter.
  const anchor = conjuncts.some(isIdentity)
    ? undefined
    : conjuncts.find((conjunct) => isListed(conjunct, sets));
  const rest = conjuncts.filter((conjunct) => conjunct !== anchor);
  const conditions = [...more, ...rest.map((conjunct) => printPredicate(node, conjunct, sets.setOf))];
  if (anchor === undefined) {
    return matchWhere(new Cypher.Pattern(node, { labels: [type] }), conditions);
  }
  const unwind = new Cypher.Unwind([sets.setOf(anchor).list, node]);
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

/** Whether there is a list of the very nodes for which a predicate is true. */
const isListed = (predicate: Predicate, { setOf }: Sets): predicate is Reach | Measured =>
  (predicate.kind === 'some' || predicate.kind === 'single' || predicate.kind === 'measured') &&
  setOf(predicate).inverted === undefined;

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

const opposite = ({ type, direction }: EdgeStep): EdgeStep => ({
  type,
  direction: direction === 'out' ? 'in' : 'out',
});
