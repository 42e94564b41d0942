import * as Cypher from '@neo4j/cypher-builder';
import {
  edgeRows,
  groupSeparator,
  idSeparator,
  neverWithdrawn,
  originMark,
  rowNames,
  rowParts,
  type Policy,
  type ScalarType,
} from '../model';
import type { Asked, EdgeStep, Reading, ReadProperty } from '../plan';
import { listNamed, parameter } from './names';

type Bearer = Cypher.Node | Cypher.Relationship;

/** The value of a property, as it is stored or as a reading has it. */
export function printAsked(bearer: Bearer, asked: Asked): Cypher.Expr {
  if (typeof asked === 'string') return bearer.property(asked);
  const read = takes[asked.take](bearer, asked);
  if (asked.otherwise === undefined) return read;
  const otherwise = printAsked(bearer, asked.otherwise);
  return new Cypher.Case()
    .when(Cypher.isNull(bearer.property(asked.rows)))
    .then(otherwise)
    .else(read);
}

/** What a reading says of a step over claimed edges, and of the nodes that it leads to or comes from. */
export function conditionsOfStep(
  from: Cypher.Node,
  edge: Cypher.Relationship | undefined,
  { claimed, entered }: EdgeStep,
  to: Cypher.Node,
): Cypher.Predicate[] {
  const there = entered === undefined ? [] : [wasThere(entered.end === 'to' ? to : from, entered)];
  return claimed === undefined || edge === undefined ? there : [...there, ...shows(edge, claimed)];
}

function wasThere(node: Cypher.Node, { known, some }: NonNullable<EdgeStep['entered']>): Cypher.Predicate {
  const at = node.property('enteredAt');
  const entered = Cypher.lte(at, parameter(known));
  return some ? Cypher.or(Cypher.isNull(at), entered) : entered;
}

/** Some row of the edge fits; and of rivals, the first that fits speaks of this edge. */
function shows(edge: Cypher.Relationship, { by, one }: NonNullable<EdgeStep['claimed']>): Cypher.Predicate[] {
  const row = listNamed('x');
  const shown = Cypher.any(row, edge.property(edgeRows.rows), fits(row, by));
  if (!one) return [shown];
  const { rivals } = edgeRows;
  const first = printFirst(edge, { property: rivals, rows: rowNames.rows(rivals), by }, (value) => value);
  return [shown, Cypher.coalesce(first, Cypher.true)];
}

const place = listNamed('i');

const takes: Record<ReadProperty['take'], (bearer: Bearer, read: ReadProperty) => Cypher.Expr> = {
  first: (bearer, { of, rows, type, by, mayBeEmpty }) => {
    const first = printFirst(bearer, { property: of, rows, by }, converted(type));
    return mayBeEmpty ? Cypher.head(notEmpty(first)) : first;
  },
  distinct: (bearer, read) => distinct(printAll(bearer, { ...read, convert: converted(read.type) })),
  number: (bearer, read) => Cypher.size(distinct(printAll(bearer, read))),
  origins: (bearer, read) => {
    const row = listNamed('x');
    const some = Cypher.any(row, bearer.property(read.rows), fits(row, read.by));
    // Where all rows rest on the same, it is not kept of each.
    return new Cypher.Case()
      .when(Cypher.isNotNull(bearer.property(rowNames.values(read.of))))
      .then(Cypher.size(withOrigin(apart(printAll(bearer, read)))))
      .when(some)
      .then(new Cypher.Literal(1))
      .else(zero);
  },
};

function distinct(values: Cypher.Expr): Cypher.Expr {
  const [list, value] = [listNamed('l'), listNamed('v')];
  const grown = Cypher.plus(list, new Cypher.List([value]));
  const kept = new Cypher.Case().when(Cypher.in(value, list)).then(list).else(grown);
  return Cypher.reduce(list, new Cypher.List([]), value, values, kept);
}

/** Texts of ids, those that have any in common made one: each in turn takes in what it shares an id with. */
function apart(texts: Cypher.Expr): Cypher.Expr {
  const [list, text, other] = [listNamed('l'), listNamed('v'), listNamed('g')];
  const shared = Cypher.any(id, idsIn(other), Cypher.in(id, idsIn(text)));
  const kept = new Cypher.ListComprehension(other).in(list).where(Cypher.not(shared));
  const related = new Cypher.ListComprehension(other).in(list).where(shared);
  const joined = listNamed('m');
  const longer = Cypher.plus(Cypher.plus(joined, new Cypher.Literal(idSeparator)), other);
  const grown = Cypher.reduce(joined, text, other, related, longer);
  const step = Cypher.plus(kept, new Cypher.List([grown]));
  return Cypher.reduce(list, new Cypher.List([]), text, texts, step);
}

/** Those of some texts of ids in which one is an origin. */
function withOrigin(texts: Cypher.Expr): Cypher.Expr {
  const text = listNamed('t');
  return new Cypher.ListComprehension(text)
    .in(texts)
    .where(Cypher.contains(text, new Cypher.Literal(originMark)));
}

const id = listNamed('s');

const idsIn = (text: Cypher.Expr): Cypher.Expr => Cypher.split(text, new Cypher.Literal(idSeparator));

interface Converting {
  readonly convert: (value: Cypher.Expr) => Cypher.Expr;
}

interface Rows {
  readonly property: string;
  readonly rows: string;
  readonly by: Reading;
}

/** The value of the first row that fits, in the order of the policy; null where none does. */
function printFirst(
  bearer: Bearer,
  { property, rows, by }: Rows,
  convert: (value: Cypher.Expr) => Cypher.Expr,
): Cypher.Expr {
  const policies: Policy[] = by.policy === 'DEFAULT' ? ['DEFAULT'] : [by.policy, 'DEFAULT'];
  const orders = policies.map((policy) => bearer.property(rowNames.places(property, policy)));
  const only = new Cypher.List([new Cypher.Literal(0)]);
  return Cypher.head(
    new Cypher.ListComprehension(place)
      .in(Cypher.coalesce(orders[0]!, ...orders.slice(1), only))
      .where(fits(itemOf(bearer.property(rows)), by))
      .map(convert(itemOf(bearer.property(rowNames.values(property))))),
  );
}

/** The values of all rows that fit, in their order. */
function printAll(
  bearer: Bearer,
  {
    of,
    rows,
    by,
    convert = (value) => value,
  }: Pick<ReadProperty, 'of' | 'rows' | 'by'> & Partial<Converting>,
): Cypher.Expr {
  const list = bearer.property(rows);
  const last = Cypher.minus(Cypher.coalesce(Cypher.size(list), zero), new Cypher.Literal(1));
  return new Cypher.ListComprehension(place)
    .in(Cypher.range(zero, last))
    .where(fits(itemOf(list), by))
    .map(convert(itemOf(bearer.property(rowNames.values(of)))));
}

const zero = new Cypher.Literal(0);

const notEmpty = (value: Cypher.Expr): Cypher.Expr => {
  const text = listNamed('t');
  return new Cypher.ListComprehension(text)
    .in(new Cypher.List([value]))
    .where(Cypher.neq(text, new Cypher.Literal('')));
};

/** The item of a list at the place at hand, which the builder prints only of numbers. */
const itemOf = (list: Cypher.Expr): Cypher.Raw =>
  new Cypher.Raw((env) => `${env.compile(list)}[${env.compile(place)}]`);

/** Rows hold values as text. */
function converted(type: ScalarType): (value: Cypher.Expr) => Cypher.Expr {
  if (type === 'int') return Cypher.toInteger;
  if (type === 'decimal') return Cypher.toFloat;
  if (type === 'flag') return (value) => Cypher.eq(value, new Cypher.Literal('true'));
  return (value) => value;
}

/** Whether a row holds on the day, was known at the time, and rests on more than what is left out. */
function fits(row: Cypher.Expr, { valid, known, exclude }: Reading): Cypher.Predicate {
  const withdrawn = partOf(row, rowParts.withdrawn);
  const day = valid === undefined ? undefined : parameter(valid);
  const time = known === undefined ? undefined : parameter(known);
  const conditions = [
    ...(day === undefined
      ? []
      : [Cypher.lte(partOf(row, rowParts.from), day), Cypher.gte(partOf(row, rowParts.until), day)]),
    ...(time === undefined
      ? [Cypher.eq(withdrawn, new Cypher.Literal(neverWithdrawn))]
      : [Cypher.lte(partOf(row, rowParts.entered), time), Cypher.gt(withdrawn, time)]),
    ...(exclude === undefined ? [] : [Cypher.not(restsOn(row, parameter(exclude)))]),
  ];
  return Cypher.and(...conditions)!;
}

/** Whether all ids of some group are among these. */
function restsOn(row: Cypher.Expr, excluded: Cypher.Expr): Cypher.Predicate {
  const group = listNamed('g');
  const groups = Cypher.split(partOf(row, rowParts.groups), new Cypher.Literal(groupSeparator));
  return Cypher.any(group, groups, Cypher.all(id, idsIn(group), Cypher.in(id, excluded)));
}

const partOf = (row: Cypher.Expr, [start, length]: readonly [number, number?]): Cypher.Expr =>
  Cypher.substring(
    row,
    new Cypher.Literal(start),
    ...(length === undefined ? [] : [new Cypher.Literal(length)]),
  );
