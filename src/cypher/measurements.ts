import * as Cypher from '@neo4j/cypher-builder';
import { groupColumns, nameOf, type Asked, type Measured, type Measurement, type Predicate } from '../plan';
import { edgeNamed, listNamed } from './names';
import { printAsked } from './reading';

type Projection = [Cypher.Expr, Cypher.Variable];

/** A measurement as columns: those of the grouping itself, and what is made of them afterwards. */
interface Printed {
  readonly taken: readonly Projection[];
  /** The measurement, once its parts are taken; where it has no parts, its column. */
  readonly value: Cypher.Expr;
}

/**
 * Groups rows by the variables and expressions of `by`, and measures nodes, and the edges `r` that lead to them, in each group. Afterwards there are the
 * columns of `by` and, for each measurement, that of its place.
 *
 * @param having a condition on the groups
 */
export function printMeasuring(
  node: Cypher.Node,
  by: readonly (Cypher.Variable | Projection)[],
  measurements: readonly Measurement[],
  having?: Cypher.Predicate,
): Cypher.With[] {
  const printed = measurements.map((measurement, at) => printMeasurement(node, measurement, at));
  const grouped = new Cypher.With(...by, ...printed.flatMap(({ taken }) => taken));
  const fitting = (last: Cypher.With): Cypher.With => (having === undefined ? last : last.where(having));
  if (printed.every(({ taken }) => taken.length === 1)) return [fitting(grouped)];
  const kept = by.map((column) => (Array.isArray(column) ? column[1] : column));
  const columns = printed.map(({ value }, at): Projection => [value, columnOf(at)]);
  return [grouped, fitting(new Cypher.With(...kept, ...columns))];
}

/** A subquery that gives back `value`, an expression of the columns of measurements, for the figures of no nodes at all. */
export function printOfNothing(measurements: readonly Measurement[], value: Projection): Cypher.Clause {
  const figures = measurements.map((measurement, at): Projection => [
    isNumberOf(measurement) ? new Cypher.Literal(0) : Cypher.Null,
    columnOf(at),
  ]);
  return Cypher.utils.concat(new Cypher.With(...figures), new Cypher.Return(value));
}

const isNumberOf = ({ kind }: Measurement): boolean => kind === 'count' || kind === 'countDistinct';

/** Whether values of the parameters are thinkable with which a node that reaches nothing fits. */
export function mayHoldOfNothing({
  measurements,
  having,
}: Pick<Measured, 'measurements' | 'having'>): boolean {
  const columns = measurements.map((_, at) => groupColumns.measurement(at));
  const isNumber = (column: Asked): boolean => isNumberOf(measurements[columns.indexOf(nameOf(column))]!);
  const may = (predicate: Predicate): boolean => {
    switch (predicate.kind) {
      case 'and':
        return predicate.operands.every(may);
      case 'or':
        return predicate.operands.some(may);
      case 'compare':
        return isNumber(predicate.property);
      case 'not':
      case 'missing':
        return true;
      case 'never':
      case 'some':
      case 'single':
      case 'measured':
        return false;
    }
  };
  return may(having);
}

const columnOf = (at: number): Cypher.Variable => listNamed(groupColumns.measurement(at));

function printMeasurement(node: Cypher.Node, measurement: Measurement, at: number): Printed {
  const column = columnOf(at);
  const simple = (expression: Cypher.Expr): Printed => ({ taken: [[expression, column]], value: column });
  if (measurement.kind === 'count') return simple(Cypher.count(node));
  const value = printAsked(measurement.on === 'node' ? node : edgeNamed('r'), measurement.property);
  switch (measurement.kind) {
    case 'countDistinct':
      return simple(Cypher.count(value).distinct());
    case 'min':
      return simple(Cypher.min(value));
    case 'max':
      return simple(Cypher.max(value));
    case 'sum':
      return printSum(value, at, (sum) => sum);
    case 'avg':
      return printSum(value, at, Cypher.divide);
  }
}

const decimals = new Cypher.Literal(1e9);

/**
 * Floating-point numbers give another sum in another order, and stores read nodes in orders of their own. So the whole
 * parts and the fractions, in billionths, are summed apart: each of them is a sum of whole numbers, which is exact up to 2^53.
 *
 * @param made makes the measurement of the sum and of how many values there are, of which there is at least one
 */
function printSum(
  value: Cypher.Expr,
  at: number,
  made: (sum: Cypher.Expr, known: Cypher.Expr) => Cypher.Expr,
): Printed {
  const [known, whole, fraction] = [part('c', at), part('w', at), part('f', at)];
  const floor = Cypher.floor(value);
  // As a number with a fraction: the stores divide whole numbers by whole numbers to whole numbers.
  const sum = Cypher.plus(Cypher.toFloat(whole), Cypher.divide(Cypher.toFloat(fraction), decimals));
  const none = Cypher.eq(known, new Cypher.Literal(0));
  return {
    taken: [
      [Cypher.count(value), known],
      [Cypher.sum(floor), whole],
      [Cypher.sum(Cypher.round(Cypher.multiply(Cypher.minus(value, floor), decimals))), fraction],
    ],
    value: new Cypher.Case().when(none).then(Cypher.Null).else(made(sum, known)),
  };
}

const part = (name: string, at: number): Cypher.Variable => listNamed(`${name}${String(at)}`);
