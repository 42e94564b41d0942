import * as Cypher from '@neo4j/cypher-builder';
import type { Predicate } from '../plan';
import { listNamed, nodeNamed, stepPattern } from './names';
import { allOf, printPredicate, type SetOf } from './predicate';

type Some = Extract<Predicate, { kind: 'some' }>;

/**
 * The sets behind the `some` predicates of a statement: for each, the distinct nodes from which a node that fits can be
 * reached. They are computed from the far end towards the near one, the innermost first, before the level they filter.
 */
export class Sets {
  /** Subqueries to run before whatever uses the sets, in this order. */
  readonly calls: Cypher.Call[] = [];
  private readonly names = new Map<Some, string>();

  constructor(private readonly nextNumber: () => number) {}

  /** Prepares the sets of all `some` in a predicate on nodes of the type `near`. */
  prepare(near: string, predicate: Predicate | undefined): void {
    if (predicate === undefined) return;
    for (const some of somesOf(predicate)) this.prepareOne(near, some);
  }

  readonly setOf: SetOf = (some) => listNamed(this.names.get(some)!);

  /** The sets that a predicate reads, to bring into the scope of a subquery. */
  variablesOf(predicate: Predicate | undefined): Cypher.Variable[] {
    return predicate === undefined ? [] : somesOf(predicate).map(this.setOf);
  }

  private prepareOne(near: string, some: Some): void {
    this.prepare(some.type, some.where);
    const name = `S${String(this.nextNumber())}`;
    this.names.set(some, name);
    const [a, b] = [nodeNamed('a'), nodeNamed('b')];
    const step = stepPattern(b, undefined, opposite(some.edge), a, near);
    const subquery = Cypher.utils.concat(
      matchFitting(b, some.type, some.where, this),
      new Cypher.With(b).distinct(),
      new Cypher.Match(step),
      new Cypher.Return([Cypher.collect(a).distinct(), listNamed(name)]),
    );
    this.calls.push(new Cypher.Call(subquery, this.variablesOf(some.where)));
  }
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
  const anchor = operands.find((operand) => operand.kind === 'some');
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

function somesOf(predicate: Predicate): Some[] {
  switch (predicate.kind) {
    case 'and':
    case 'or':
      return predicate.operands.flatMap(somesOf);
    case 'not':
      return somesOf(predicate.operand);
    case 'some':
      return [predicate];
    case 'compare':
    case 'missing':
      return [];
  }
}

const opposite = ({ type, direction }: Some['edge']): Some['edge'] => ({
  type,
  direction: direction === 'out' ? 'in' : 'out',
});
