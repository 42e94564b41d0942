import * as Cypher from '@neo4j/cypher-builder';
import { conjunctsOf, reachesOf, type EdgeStep, type Predicate, type Reach } from '../plan';
import { listNamed, nodeNamed, stepPattern } from './names';
import { allOf, printPredicate, reachedOver, type SetOf } from './predicate';

/**
 * The sets behind the `some` and `single` predicates of a statement: for each, the distinct nodes that lead to a node
 * that fits, or to exactly one. They are computed from the far end towards the near one, the innermost first, before
 * the level they filter.
 */
export class Sets {
  /** Subqueries to run before whatever uses the sets, in this order. */
  readonly calls: Cypher.Call[] = [];
  private readonly names = new Map<Reach, string>();

  constructor(private readonly nextNumber: () => number) {}

  /** Prepares the sets that a predicate reads, on nodes of the type `near`. */
  prepare(near: string, predicate: Predicate | undefined): void {
    if (predicate === undefined) return;
    for (const reach of reachesOf(predicate)) this.prepareOne(near, reach);
  }

  readonly setOf: SetOf = (reach) => listNamed(this.names.get(reach)!);

  /** The sets that a predicate reads, to bring into the scope of a subquery. */
  variablesOf(predicate: Predicate | undefined): Cypher.Variable[] {
    return predicate === undefined ? [] : reachesOf(predicate).map(this.setOf);
  }

  private prepareOne(near: string, reach: Reach): void {
    this.prepare(reach.type, reach.where);
    const name = `S${String(this.nextNumber())}`;
    this.names.set(reach, name);
    const [a, b] = [nodeNamed('a'), nodeNamed('b')];
    const conjuncts = conjunctsOf(reach.where);
    const ofEdge = conjuncts.filter(readsEdge);
    const edge = ofEdge.length === 0 ? undefined : reachedOver();
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
      new Cypher.Return([Cypher.collect(a).distinct(), listNamed(name)]),
    );
    this.calls.push(new Cypher.Call(subquery, this.variablesOf(reach.where)));
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
  // An id is the narrowest end there is; the sets then only filter.
  const anchor = conjuncts.some(isIdentity) ? undefined : conjuncts.find(isReach);
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

const opposite = ({ type, direction }: EdgeStep): EdgeStep => ({
  type,
  direction: direction === 'out' ? 'in' : 'out',
});
