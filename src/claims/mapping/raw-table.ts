import { createReadStream, readFileSync } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Complaints } from '../seed/complaints';
import { placeOf } from '../seed/table';

/** A row of a table of whatever format: texts by the names of its columns. */
export interface RawRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** What a table is given to: the columns that it has, before its first row. Says whether they will do. */
export type TakesColumns = (columns: readonly string[]) => boolean;

/**
 * The rows of a CSV (RFC 4180), JSON-lines or YAML file, UTF-8, one at a time; a YAML file is read whole. What cannot be
 * read is complained of, and ends the rows. A CSV file names its columns itself, for others they are `declared`.
 */
export async function* readRawTable(
  path: string,
  declared: readonly string[],
  takesColumns: TakesColumns,
  complaints: Complaints,
): AsyncGenerator<RawRow> {
  const file = placeOf(path);
  try {
    if (path.endsWith('.csv')) yield* csvRows(path, takesColumns, complaints);
    else if (!takesColumns(declared)) return;
    else if (/\.ya?ml$/.test(path)) yield* yamlRows(path, complaints);
    else yield* jsonRows(path, complaints);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (error instanceof CsvError)
      complaints.add({ file, line: Number(error['lines'] ?? 0) }, error.message, 'CSV as in RFC 4180');
    else if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      complaints.add({ file, line: 1 }, 'bytes that are not UTF-8', 'UTF-8');
    else if (syscall !== undefined) complaints.add({ file, line: 1 }, code ?? '', 'a file that can be read');
    else throw error;
  }
}

async function* textOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

async function* csvRows(
  path: string,
  takesColumns: TakesColumns,
  complaints: Complaints,
): AsyncGenerator<RawRow> {
  const parser = parse({ bom: true, info: true, skipEmptyLines: true, relaxColumnCount: true });
  // An error of reading comes out of the parser.
  pipeline(Readable.from(textOf(path)), parser, () => undefined);
  let header: readonly string[] | undefined;
  for await (const read of parser) {
    const { record, info } = read as { record: string[]; info: { lines: number } };
    if (header === undefined) {
      header = record.map((name) => name.trim());
      if (!takesColumns(header)) return;
    } else if (record.length === header.length) {
      const cells = Object.fromEntries(header.map((name, at) => [name, record[at]!.trim()]));
      yield { line: info.lines, cells };
    } else {
      const expected = `${String(header.length)} cells, as in the header`;
      complaints.add({ file: placeOf(path), line: info.lines }, record.join(), expected);
    }
  }
}

async function* jsonRows(path: string, complaints: Complaints): AsyncGenerator<RawRow> {
  let line = 0;
  for await (const text of linesOf(path)) {
    line += 1;
    if (text.trim() === '') continue;
    const row = objectOf(text);
    if (row === undefined) complaints.add({ file: placeOf(path), line }, text.slice(0, 80), 'a JSON object');
    else yield { line, cells: flatten(row) };
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const text of textOf(path)) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

function objectOf(text: string): Parts | undefined {
  try {
    const value = JSON.parse(text) as Part;
    return isParts(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A list of maps, or a map of maps, whose keys are then the column `key`. */
function* yamlRows(path: string, complaints: Complaints): Generator<RawRow> {
  const lines = new LineCounter();
  const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  const document = parseDocument(text, { lineCounter: lines });
  const file = placeOf(path);
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  for (const { message, pos } of document.errors)
    complaints.add({ file, line: lineAt(pos[0]) }, message.split('\n')[0]!, 'YAML');
  if (document.errors.length > 0) return;
  const { contents } = document;
  const parts = isMap(contents)
    ? contents.items.map(({ key, value }) => ({ key: String(key), node: value }))
    : isSeq(contents)
      ? contents.items.map((node) => ({ key: undefined, node }))
      : [];
  for (const { key, node } of parts) {
    const line = lineAt((node as { range?: [number] } | null)?.range?.[0] ?? 0);
    if (!isMap(node)) complaints.add({ file, line }, String(node), 'a map of columns to values');
    else
      yield { line, cells: { ...(key !== undefined && { key }), ...flatten(node.toJS(document) as Parts) } };
  }
}

interface Parts {
  readonly [name: string]: Part;
}
type Part = string | number | boolean | null | readonly Part[] | Parts;

/** Parts of parts are named by the way to them (`target.2020.mean`), several values in one cell separated by `; `. */
function flatten(parts: Parts, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, own]) =>
      isParts(own) ? Object.entries(flatten(own, `${prefix}${name}.`)) : [[prefix + name, textOfPart(own)]],
    ),
  );
}

const isParts = (part: Part): part is Parts =>
  typeof part === 'object' && part !== null && !Array.isArray(part);

const textOfPart = (part: Exclude<Part, Parts>): string => {
  if (part === null) return '';
  return typeof part === 'object'
    ? part.map((own) => (isParts(own) ? '' : textOfPart(own))).join('; ')
    : String(part).trim();
};
