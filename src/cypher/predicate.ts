import * as Cypher from '@neo4j/cypher-builder';
import type { Bearer, Operator, Predicate, RelationFilter } from '../plan';
import { edgeNamed, listNamed, parameter } from './names';

/** The set that answers a predicate on relations. */
export type SetOf = (reach: RelationFilter) => NodeSet;

export interface NodeSet {
  readonly list: Cypher.Variable;
  /** Where this is true, the list holds the nodes for which the predicate is false. Otherwise those for which it is true. */
  readonly inverted: Cypher.Variable | undefined;
}

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
      return printMissing(valueOf(node, predicate), parameter(predicate.parameter));
    case 'some':
    case 'single':
    case 'measured': {
      const { list, inverted } = setOf(predicate);
      const isListed = Cypher.in(node, list);
      return inverted === undefined ? isListed : Cypher.neq(isListed, inverted);
    }
  }
}

function valueOf(
  node: Cypher.Node,
  { on, property }: { readonly on: Bearer; readonly property: string },
): Cypher.Expr {
  switch (on) {
    case 'node':
      return node.property(property);
    case 'edge':
      return edgeNamed('r').property(property);
    case 'group':
      return listNamed(property);
  }
}

function printCompared(node: Cypher.Node, compared: Extract<Predicate, { kind: 'compare' }>): Cypher.Expr {
  const value = valueOf(node, compared);
  return compared.folded ? Cypher.toLower(value) : value;
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
    case 'measured':
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

const printMissing = (property: Cypher.Expr, wanted: Cypher.Expr): Cypher.Predicate =>
  Cypher.or(
    Cypher.and(wanted as Cypher.Predicate, Cypher.isNull(property)),
    Cypher.and(Cypher.not(wanted as Cypher.Predicate), Cypher.isNotNull(property)),
  );
