import * as Cypher from '@neo4j/cypher-builder';
import type { Operator, Predicate, Reach } from '../plan';
import { parameter } from './names';

/** The list that holds the nodes for which a `some` or a `single` is true. */
export type SetOf = (reach: Reach) => Cypher.Variable;

/** A predicate on `node`. It may be null where a value is missing, which a WHERE takes for false. */
export function printPredicate(node: Cypher.Node, predicate: Predicate, setOf: SetOf): Cypher.Predicate {
  switch (predicate.kind) {
    case 'and':
      return allOf(predicate.operands.map((operand) => printPredicate(node, operand, setOf)));
    case 'or':
      return anyOf(predicate.operands.map((operand) => printPredicate(node, operand, setOf)));
    case 'not':
      // What is not known to hold does not hold, so that its NOT does.
      return Cypher.not(Cypher.coalesce(printPredicate(node, predicate.operand, setOf), Cypher.false));
    case 'never':
      return Cypher.false;
    case 'compare':
      return comparisons[predicate.operator](
        node.property(predicate.property),
        parameter(predicate.parameter),
      );
    case 'missing':
      return printMissing(node.property(predicate.property), parameter(predicate.parameter));
    case 'some':
    case 'single':
      return Cypher.in(node, setOf(predicate));
  }
}

/** Of one or more predicates. */
export function allOf(predicates: readonly Cypher.Predicate[]): Cypher.Predicate {
  return Cypher.and(...predicates)!;
}

export function anyOf(predicates: readonly Cypher.Predicate[]): Cypher.Predicate {
  return Cypher.or(...predicates)!;
}

const comparisons: Record<Operator, (property: Cypher.Expr, value: Cypher.Expr) => Cypher.Predicate> = {
  eq: Cypher.eq,
  in: Cypher.in,
  contains: Cypher.contains,
  startsWith: Cypher.startsWith,
  endsWith: Cypher.endsWith,
  lt: Cypher.lt,
  lte: Cypher.lte,
  gt: Cypher.gt,
  gte: Cypher.gte,
  includes: (property, value) => Cypher.in(value, property),
};

const printMissing = (property: Cypher.Property, wanted: Cypher.Expr): Cypher.Predicate =>
  Cypher.or(
    Cypher.and(wanted as Cypher.Predicate, Cypher.isNull(property)),
    Cypher.and(Cypher.not(wanted as Cypher.Predicate), Cypher.isNotNull(property)),
  );
