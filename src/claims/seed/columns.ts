import { isPartialDate, type Choice, type GraphModel } from '../../model';
import type { Column } from './table';

const fits = <T>(value: T): { value: T } => ({ value });

export const text: Column<string> = {
  read: (cell) => (cell === '' ? { expected: 'a text' } : fits(cell)),
};

/** An instant, kept in UTC to the millisecond. */
export const instant: Column<string> = {
  read: (cell) => {
    const isRight =
      /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(cell) &&
      isPartialDate(cell.slice(0, 10)) &&
      !Number.isNaN(Date.parse(cell));
    return isRight
      ? fits(new Date(cell).toISOString())
      : { expected: 'a date and time in UTC, such as 2024-09-06T00:00:00Z' };
  },
};

/** A column whose cells may be empty. */
export const optional = <T>(column: Column<T>): Column<T | undefined> => ({
  read: (cell) => (cell === '' ? fits(undefined) : column.read(cell)),
});

/** A column that a file may do without. */
export const addition = <T>(column: Column<T>): Column<T | undefined> => ({
  ...optional(column),
  mayBeLeftOut: true,
});

export const withDefault = <T>(column: Column<T>, value: T): Column<T> => ({
  read: (cell) => (cell === '' ? fits(value) : column.read(cell)),
});

/** Several cells in one, separated by `; `. */
export const list = <T>(column: Column<T>): Column<readonly T[]> => ({
  read: (cell) => {
    const items = cell.split(';').filter((item) => item.trim() !== '');
    const results = items.map((item) => column.read(item.trim()));
    const wrong = results.find((result) => 'expected' in result);
    return wrong ?? fits(results.map((result) => (result as { value: T }).value));
  },
});

export const date: Column<string> = {
  read: (cell) => (isPartialDate(cell) ? fits(cell) : { expected: 'a date: YYYY, YYYY-MM or YYYY-MM-DD' }),
};

/** A number from 0 to 1. */
export const share: Column<number> = {
  read: (cell) =>
    /^(0(\.\d+)?|1(\.0+)?)$/.test(cell) ? fits(Number(cell)) : { expected: 'a number from 0 to 1' },
};

export const flag: Column<boolean> = {
  read: (cell) =>
    cell === 'true' || cell === 'false' ? fits(cell === 'true') : { expected: 'true or false' },
};

export const oneOf = (values: Choice): Column<string> => ({
  read: (cell) =>
    Object.hasOwn(values.values, cell)
      ? fits(cell)
      : { expected: `one of ${Object.keys(values.values).join(', ')}` },
});

/** An id of the model: a kind's slug, a slash and a slug. With `kinds`, of one of these. */
export const idOf = (model: GraphModel, kinds: readonly string[] | 'fact' | 'any'): Column<string> => ({
  read: (cell) => {
    const kind = model.kindOfId(cell);
    const allowed =
      kind !== undefined &&
      (kinds === 'any' || (kinds === 'fact' ? !kind.evidence : kinds.includes(kind.name)));
    if (allowed && /^[a-z-]+\/[a-z0-9]+(-[a-z0-9]+)*$/.test(cell)) return fits(cell);
    const slugs = model.kinds
      .filter(
        ({ name, evidence }) => kinds === 'any' || (kinds === 'fact' ? !evidence : kinds.includes(name)),
      )
      .map(({ slug }) => `${slug}/…`);
    return { expected: `an id in lower case: ${slugs.join(', ')}` };
  },
});
