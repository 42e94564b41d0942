import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import type { Complaints, Place } from './complaints';

/** How one column is read. `read` gives back what is expected where the text does not fit. */
export interface Column<T> {
  readonly read: (text: string) => { value: T } | { expected: string };
  /** A file may do without it; it is then read as empty. */
  readonly mayBeLeftOut?: boolean;
}

export type Columns = Readonly<Record<string, Column<unknown>>>;

export type RowOf<C extends Columns> = {
  readonly [Name in keyof C]: C[Name] extends Column<infer T> ? T : never;
};

/** A row, and where its cells stand. */
export interface Located<T> {
  readonly row: T;
  readonly at: (column?: string) => Place;
}

/**
 * Reads a CSV file (RFC 4180, UTF-8, with a header that names exactly these columns, but for those that may be left out).
 * Rows that do not fit are left out and complained of.
 */
export function readTable<C extends Columns>(
  path: string,
  columns: C,
  complaints: Complaints,
): Located<RowOf<C>>[] {
  const file = placeOf(path);
  const records = parseCsv(path, complaints);
  if (records === undefined) return [];
  const [header = { record: [], line: 1 }, ...rows] = records;
  const isThere = (name: string): boolean =>
    columns[name]!.mayBeLeftOut !== true || header.record.includes(name);
  const names = Object.keys(columns).filter(isThere);
  if (header.record.join() !== names.join()) {
    complaints.add({ file, line: 1 }, header.record.join(), `the header ${names.join()}`);
    return [];
  }
  return rows.flatMap(({ record, line }) => {
    const at = (column?: string): Place => ({ file, line, column });
    if (record.length === names.length) return readRow(names, record, columns, at, complaints);
    complaints.add(at(), record.join(), `${String(names.length)} cells, as in the header`);
    return [];
  });
}

function readRow<C extends Columns>(
  names: readonly string[],
  record: readonly string[],
  columns: C,
  at: Located<unknown>['at'],
  complaints: Complaints,
): Located<RowOf<C>>[] {
  const cells = Object.entries(columns).map(([name, column]) => {
    const text = record[names.indexOf(name)] ?? '';
    const result = column.read(text.trim());
    if ('expected' in result) complaints.add(at(name), text, result.expected);
    return [name, result] as const;
  });
  if (cells.some(([, result]) => 'expected' in result)) return [];
  const values = cells.map(([name, result]) => [name, 'value' in result ? result.value : undefined] as const);
  return [{ row: Object.fromEntries(values) as RowOf<C>, at }];
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly line: number;
}

/** The file and its folder: several folders may be loaded at once. */
export const placeOf = (path: string): string => join(basename(dirname(path)), basename(path));

/** The records of a file; undefined for one that cannot be read as CSV, which is complained of. */
function parseCsv(path: string, complaints: Complaints): CsvRecord[] | undefined {
  const file = placeOf(path);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    const records = parse(decoder.decode(readFileSync(path)), {
      bom: true,
      info: true,
      skipEmptyLines: true,
      // Checked against the header, row by row.
      relaxColumnCount: true,
    });
    return (records as unknown as { record: string[]; info: { lines: number } }[]).map(
      ({ record, info }) => ({
        record,
        line: info.lines,
      }),
    );
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (error instanceof CsvError)
      complaints.add({ file, line: Number(error['lines'] ?? 0) }, error.message, 'CSV as in RFC 4180');
    else if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      complaints.add({ file, line: 1 }, 'bytes that are not UTF-8', 'UTF-8');
    else if (syscall !== undefined) complaints.add({ file, line: 1 }, code ?? '', 'a file that can be read');
    else throw error;
    return undefined;
  }
}
