import { columns, type AggregateField, type AggregateShape, type FigureField, type ValueType } from '../plan';
import type { Row } from './tables';

type Figures = readonly unknown[];

/** Makes a function from a stored value to the value of a field; see the assembler. */
type Leaf = (type: ValueType) => (value: unknown) => unknown;

/** What there is of one aggregate: of a root, or of one node that a relation starts from. */
interface Measured {
  /** Undefined where there is nothing to measure, or nothing of it is asked for. */
  readonly totals: Figures | undefined;
  readonly groupCount: number;
  readonly groups: readonly Figures[];
}

/** The object of a root's aggregate. */
export function rootAggregate(shape: AggregateShape, row: Row, leaf: Leaf): object {
  const [groupCount, groups] = (row[columns.groups(shape.aggregate)] ?? []) as GroupsRow;
  const totals = row[columns.totals(shape.aggregate)] as Figures | undefined;
  return objectOf(shape, leaf)({ totals, groupCount: groupCount ?? 0, groups: groups ?? [] });
}

/** Makes a function from the id of a node to the object of the aggregate of one of its relations. */
export function relationAggregate(shape: AggregateShape, row: Row, leaf: Leaf): (id: string) => object {
  const totals = byStart(row[columns.totals(shape.aggregate)]);
  const groups = byStart(row[columns.groups(shape.aggregate)]);
  const build = objectOf(shape, leaf);
  return (id) => {
    const [groupCount, listed] = (groups.get(id) ?? []) as GroupsRow;
    return build({ totals: totals.get(id), groupCount: groupCount ?? 0, groups: listed ?? [] });
  };
}

type GroupsRow = readonly [groupCount?: number | null, groups?: readonly Figures[] | null];

/** Rows `[from id, …rest]` by their first item. */
function byStart(rows: unknown): ReadonlyMap<string, Figures> {
  const list = (rows ?? []) as readonly (readonly [string, ...unknown[]])[];
  return new Map(list.map(([id, ...rest]) => [id, rest]));
}

function objectOf({ fields }: AggregateShape, leaf: Leaf): (measured: Measured) => object {
  const writers = fields.map((field) => fieldOf(field, leaf));
  return (measured) => Object.fromEntries(writers.map((write) => write(measured)));
}

function fieldOf(field: AggregateField, leaf: Leaf): (measured: Measured) => [string, unknown] {
  const { key } = field;
  switch (field.kind) {
    case 'groupCount':
      return ({ groupCount }) => [key, groupCount];
    case 'groups': {
      const build = partOf(field.fields, leaf);
      return ({ groups }) => [key, groups.map(build)];
    }
    case 'typename':
    case 'value':
    case 'part': {
      const write = figureOf(field, leaf);
      return ({ totals }) => write(totals);
    }
  }
}

function partOf(fields: readonly FigureField[], leaf: Leaf): (figures: Figures | undefined) => object {
  const writers = fields.map((field) => figureOf(field, leaf));
  return (figures) => Object.fromEntries(writers.map((write) => write(figures)));
}

function figureOf(field: FigureField, leaf: Leaf): (figures: Figures | undefined) => [string, unknown] {
  const { key } = field;
  switch (field.kind) {
    case 'typename':
      return () => [key, field.name];
    case 'part': {
      const build = partOf(field.fields, leaf);
      return (figures) => [key, build(figures)];
    }
    case 'value': {
      const { at, type, ofNothing } = field;
      const read = leaf(type);
      return (figures) => [key, read(figures === undefined ? ofNothing : figures[at])];
    }
  }
}
