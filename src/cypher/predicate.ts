import * as Cypher from '@neo4j/cypher-builder';
import { nameOf, type Asked, type Bearer, type Operator, type Predicate, type RelationFilter } from '../plan';
import { edgeNamed, listNamed, parameter, stepPattern } from './names';
import { printAsked } from './reading';

/** The set that answers a predicate on relations. */
export type SetOf = (reach: RelationFilter) => NodeSet;

export interface NodeSet {
  readonly list: Cypher.Variable;
  /** Where this is true, the list holds the nodes for which the predicate is false. Otherwise those for which it is true. */
  readonly inverted: Cypher.Variable | undefined;
}

/**
 * Fits nothing. Where Neo4j 5 can tell that while it plans (`false`, or what it folds to it), it fails to plan the
 * subqueries that follow.
 */
const never = Cypher.eq(Cypher.size(new Cypher.List([])), new Cypher.Literal(1));

/**
 * A predicate on `node`, and on the edge `r` that leads to it. It may be null where a value is missing, which a WHERE
 * takes for false.
 */
export function printPredicate(
  node: Cypher.Node,
  predicate: Predicate,
  setOf: SetOf,
  edge: Cypher.Relationship = edgeNamed('r'),
): Cypher.Predicate {
  switch (predicate.kind) {
    case 'and':
    case 'or': {
      const operands = predicate.operands.map((operand) => printPredicate(node, operand, setOf, edge));
      return junctions[predicate.kind](operands);
    }
    case 'not': {
      const operand = printPredicate(node, predicate.operand, setOf, edge);
      // What is not known to hold does not hold, so that its NOT does.
      return Cypher.not(mayBeNull(predicate.operand) ? Cypher.coalesce(operand, Cypher.false) : operand);
    }
    case 'never':
      return never;
    case 'compare':
      return comparisons[predicate.operator](
        printCompared(node, edge, predicate),
        parameter(predicate.parameter),
      );
    case 'missing':
      return printMissing(valueOf(node, edge, predicate), parameter(predicate.parameter));
    case 'some':
    case 'single':
    case 'measured':
      return printRelationFilter(node, predicate, setOf);
  }
}

function printRelationFilter(node: Cypher.Node, filter: RelationFilter, setOf: SetOf): Cypher.Predicate {
  return filter.start === 'each' ? printEach(node, filter, setOf) : printListed(node, setOf(filter));
}

function printListed(node: Cypher.Node, { list, inverted }: NodeSet): Cypher.Predicate {
  const isListed = Cypher.in(node, list);
  return inverted === undefined ? isListed : Cypher.neq(isListed, inverted);
}

/** Of one node after the other, as their turns come. */
function printEach(node: Cypher.Node, { kind, edge: step, type, where }: RelationFilter, setOf: SetOf) {
  const [end, edge] = [new Cypher.Node(), new Cypher.Relationship()];
  const match = new Cypher.Match(stepPattern(node, edge, step, end, type));
  const ends = where === undefined ? match : match.where(printPredicate(end, where, setOf, edge));
  if (kind === 'some') return new Cypher.Exists(ends);
  return Cypher.eq(new Cypher.Count(ends), new Cypher.Literal(1));
}

function valueOf(
  node: Cypher.Node,
  edge: Cypher.Relationship,
  { on, property }: { readonly on: Bearer; readonly property: Asked },
): Cypher.Expr {
  switch (on) {
    case 'node':
      return printAsked(node, property);
    case 'edge':
      return printAsked(edge, property);
    case 'group':
      return listNamed(nameOf(property));
  }
}

function printCompared(
  node: Cypher.Node,
  edge: Cypher.Relationship,
  compared: Extract<Predicate, { kind: 'compare' }>,
): Cypher.Expr {
  const value = valueOf(node, edge, compared);
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

const junctions = { and: allOf, or: anyOf };

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
