import * as Cypher from '@neo4j/cypher-builder';
import { columns, groupColumns, type Aggregate, type Asked, type GroupKey, type Grouping } from '../plan';
import { printMeasuring } from './measurements';
import { listNamed, nodeNamed, parameter } from './names';
import { allOf, printPredicate } from './predicate';
import { printAsked } from './reading';
import type { Sets } from './sets';
import { printStep, type Step } from './steps';

/** The nodes that an aggregate measures: `node` in the rows of `match`, and the node `start` that each is reached from. */
export interface Measured {
  readonly match: Cypher.Clause;
  readonly node: Cypher.NamedNode;
  /** Undefined for the nodes of a root. */
  readonly start: Cypher.NamedNode | undefined;
}

/** The totals of an aggregate, in their column. */
export function printTotals({ id, totals }: Aggregate, { match, node, start }: Measured): Cypher.Clause {
  const measured = totals.map((_, at) => listNamed(groupColumns.measurement(at)));
  const measuring = printMeasuring(node, start === undefined ? [] : [start], totals);
  return Cypher.utils.concat(match, ...measuring, returned(start, measured, columns.totals(id)));
}

/** The groups of an aggregate, in their column. */
export function printGroups(
  id: number,
  grouping: Grouping,
  { match, node, start }: Measured,
  sets: Sets,
): Cypher.Clause {
  const { keys, measurements, having } = grouping;
  const starts = start === undefined ? [] : [start];
  const ends = printEnds(keys, node, starts);
  const by = keys.map((key, at): [Cypher.Expr, Cypher.Variable] => [
    ends.valueOf(key),
    listNamed(groupColumns.key(at)),
  ]);
  const condition = having && printPredicate(node, having, sets.setOf);
  // The embedded engine does not group by what it has to work out with a parameter.
  const isRead = keys.some(({ property }) => typeof property !== 'string');
  const read = isRead ? [new Cypher.With(...starts, node, ...by)] : [];
  const grouped = isRead ? by.map(([, column]) => column) : by;
  const measuring = printMeasuring(node, [...starts, ...grouped], measurements, condition);
  return Cypher.utils.concat(
    match,
    ...ends.clauses,
    ...read,
    ...measuring,
    ...printPage(id, grouping, start),
  );
}

/** Orders, cuts and counts the groups. */
function printPage(id: number, grouping: Grouping, start: Cypher.NamedNode | undefined): Cypher.Clause[] {
  const { limit, count } = grouping;
  const starts = start === undefined ? [] : [start];
  const column = columns.groups(id);
  const number = listNamed('groups');
  if (limit === undefined) {
    const counted = new Cypher.With(...starts, [Cypher.count('*'), number]);
    return [counted, returned(start, [number], column)];
  }
  const values = columnsOf(grouping);
  const ordered = new Cypher.With(...starts, ...values).orderBy(...printOrder(grouping));
  const rows = listNamed('rows');
  const gathered = new Cypher.With(...starts, [Cypher.collect(new Cypher.List(values)), rows]);
  // Of one list alone no more than the page has to be kept; of several, the store knows no limit for each.
  if (start === undefined && !count)
    return [ordered.limit(parameter(limit)), gathered, returned(start, [Cypher.Null, rows], column)];
  return [ordered, gathered, returned(start, [Cypher.size(rows), firstOf(rows, limit)], column)];
}

const columnsOf = ({ keys, measurements }: Grouping): Cypher.Variable[] => [
  ...keys.map((_, at) => listNamed(groupColumns.key(at))),
  ...measurements.map((_, at) => listNamed(groupColumns.measurement(at))),
];

/** Missing values last, in both directions. */
const printOrder = ({ order }: Grouping): [Cypher.Expr, Cypher.Order][] =>
  order.flatMap(({ column, descending }): [Cypher.Expr, Cypher.Order][] => {
    const value = listNamed(column);
    return [
      [Cypher.isNull(value), 'ASC'],
      [value, descending ? 'DESC' : 'ASC'],
    ];
  });

/** The values of one set of nodes or, for sets of several starts, those of each behind the id of its start. */
function returned(
  start: Cypher.NamedNode | undefined,
  values: readonly Cypher.Expr[],
  column: string,
): Cypher.Return {
  if (start === undefined) return new Cypher.Return([new Cypher.List([...values]), column]);
  return new Cypher.Return([Cypher.collect(new Cypher.List([start.property('id'), ...values])), column]);
}

/** `list[0..$limit]`, which the builder prints only of numbers. */
const firstOf = (list: Cypher.Variable, limit: string): Cypher.Raw =>
  new Cypher.Raw((env) => `${env.compile(list)}[0..${env.compile(parameter(limit))}]`);

interface Ends {
  /** They leave one row for each node. */
  readonly clauses: readonly Cypher.Clause[];
  valueOf(key: GroupKey): Cypher.Expr;
}

/**
 * What the paths of group keys lead to: for each path a list of the ids on its way and of the values at its end. The
 * smallest of such lists is that of the end with the smallest id.
 */
function printEnds(
  keys: readonly GroupKey[],
  node: Cypher.NamedNode,
  starts: readonly Cypher.Variable[],
): Ends {
  const paths = [...new Map(keys.filter(isFar).map((key) => [nameOf(key), key])).values()];
  const propertiesOf = (path: GroupKey): Asked[] =>
    keys.filter((key) => nameOf(key) === nameOf(path)).map(({ property }) => property);
  const kept: Cypher.Variable[] = [...starts, node];
  const clauses = paths.flatMap((way, at) => {
    const { path } = way;
    const stops = path.map((_, step) => nodeNamed(`x${String(step)}`));
    const matches = path.map(({ edge, type }, step) =>
      optionalStep(printStep(stops[step - 1] ?? node, undefined, edge, stops[step]!, type)),
    );
    const values = [
      ...stops.map((stop) => stop.property('id')),
      ...propertiesOf(way).map((property) => printAsked(stops.at(-1)!, property)),
    ];
    const end = listNamed(`e${String(at)}`);
    const nearest = new Cypher.With(...kept, [Cypher.min(new Cypher.List(values)), end]);
    kept.push(end);
    return [...matches, nearest];
  });
  const valueOf = (key: GroupKey): Cypher.Expr => {
    if (!isFar(key)) return printAsked(node, key.property);
    const at = paths.findIndex((path) => nameOf(path) === nameOf(key));
    const place = key.path.length + propertiesOf(key).indexOf(key.property);
    return Cypher.listIndex(listNamed(`e${String(at)}`), place);
  };
  return { clauses, valueOf };
}

function optionalStep({ pattern, conditions }: Step): Cypher.OptionalMatch {
  const match = new Cypher.OptionalMatch(pattern);
  return conditions.length === 0 ? match : match.where(allOf(conditions));
}

const isFar = ({ path }: GroupKey): boolean => path.length > 0;

/** Tells paths apart. */
const nameOf = ({ path }: GroupKey): string => JSON.stringify(path);
