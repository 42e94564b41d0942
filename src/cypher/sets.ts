import * as Cypher from '@neo4j/cypher-builder';
import type { EdgeStep, Predicate, Reach } from '../plan';
import { listNamed, nodeNamed, stepPattern } from './names';
import { allOf, printPredicate, type SetOf } from './predicate';

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
    const step = stepPattern(b, undefined, opposite(reach.edge), a, near);
    const subquery = Cypher.utils.concat(
      matchFitting(b, reach.type, reach.where, this),
      new Cypher.With(b).distinct(),
      new Cypher.Match(step),
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

/** Binds `node` to the nodes of a type that fit a predicate, beginning at a set where the predicate has one. */
export function matchFitting(
  node: Cypher.Node,
  type: string,
  where: Predicate | undefined,
  sets: Sets,
  more: readonly Cypher.Predicate[] = [],
): Cypher.Clause {
  const operands = where === undefined ? [] : where.kind === 'and' ? where.operands : [where];
  // An id is the narrowest end there is; the sets then only filter.
  const anchor = operands.some(isIdentity) ? undefined : operands.find(isReach);
  const rest = operands.filter((operand) => operand !== anchor);
  const conditions = [...more, ...rest.map((operand) => printPredicate(node, operand, sets.setOf))];
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
  predicate.kind === 'compare' && predicate.property === 'id' && ['eq', 'in'].includes(predicate.operator);

const isReach = (predicate: Predicate): predicate is Reach =>
  predicate.kind === 'some' || predicate.kind === 'single';

function reachesOf(predicate: Predicate): Reach[] {
  switch (predicate.kind) {
    case 'and':
    case 'or':
      return predicate.operands.flatMap(reachesOf);
    case 'not':
      return reachesOf(predicate.operand);
    case 'some':
    case 'single':
      return [predicate];
    case 'compare':
    case 'missing':
    case 'never':
      return [];
  }
}

const opposite = ({ type, direction }: EdgeStep): EdgeStep => ({
  type,
  direction: direction === 'out' ? 'in' : 'out',
});
