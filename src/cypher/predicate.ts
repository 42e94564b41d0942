import * as Cypher from '@neo4j/cypher-builder';
import type { Bearer, Operator, Predicate, Reach } from '../plan';
import { edgeNamed, parameter } from './names';

/** The list that holds the nodes for which a `some` or a `single` is true. */
export type SetOf = (reach: Reach) => Cypher.Variable;

/**
 * A predicate on `node`, and on the edge `r` that leads to it. It may be null where a value is missing, which a WHERE
 * takes for false.
 */
export function printPredicate(node: Cypher.Node, predicate: Predicate, setOf: SetOf): Cypher.Predicate {
  switch (predicate.kind) {
    case 'and':
      return allOf(predicate.operands.map((operand) => printPredicate(node, operand, setOf)));
    case 'or':
      return anyOf(predicate.operands.map((operand) => printPredicate(node, operand, setOf)));
    case 'not': {
      const operand = printPredicate(node, predicate.operand, setOf);
      // What is not known to hold does not hold, so that its NOT does.
      return Cypher.not(mayBeNull(predicate.operand) ? Cypher.coalesce(operand, Cypher.false) : operand);
    }
    case 'never':
      return Cypher.false;
    case 'compare':
      return comparisons[predicate.operator](printCompared(node, predicate), parameter(predicate.parameter));
    case 'missing':
      return printMissing(
        bearerOf(node, predicate).property(predicate.property),
        parameter(predicate.parameter),
      );
    case 'some':
    case 'single':
      return Cypher.in(node, setOf(predicate));
  }
}

const bearerOf = (node: Cypher.Node, { on }: { readonly on: Bearer }): Cypher.Node | Cypher.Relationship =>
  on === 'node' ? node : edgeNamed('r');

function printCompared(node: Cypher.Node, compared: Extract<Predicate, { kind: 'compare' }>): Cypher.Expr {
  const property = bearerOf(node, compared).property(compared.property);
  return compared.folded ? Cypher.toLower(property) : property;
}

/** Whether a predicate compares a value that may be missing. Whether a node is in a set is always known. */
function mayBeNull(predicate: Predicate): boolean {
  switch (predicate.kind) {
    case 'and':
    case 'or':
      return predicate.operands.some(mayBeNull);
    case 'compare':
      return true;
    case 'not':
    case 'never':
    case 'missing':
    case 'some':
    case 'single':
      return false;
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
