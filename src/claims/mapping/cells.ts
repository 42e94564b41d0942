import type { Complaints, Place } from '../seed/complaints';
import type { Lookup } from './lookup';
import type { RawRow } from './raw-table';
import type { Cell, ColumnCell, Condition, TableRule } from './schema';

/** A row while it is mapped. */
export interface RowReading {
  readonly row: RawRow;
  /** The values of the table that are made of columns, by name; filled from the first to the last. */
  readonly made: Map<string, readonly string[]>;
  readonly place: (column?: string) => Place;
  readonly complaints: Complaints;
}

/** What a cell says of a row: no text where it is not known, several where a cell lists several. */
export type CellReader = (reading: RowReading) => readonly string[];

const placeholder = /\{([^{}]+)\}/g;

/** The columns, or values made of columns, that a cell reads. */
export const columnsOf = (cell: Cell): readonly string[] => {
  if (typeof cell === 'object') return [cell.column];
  return [...String(cell).matchAll(placeholder)].map(([, name]) => name!);
};

/** Compiles cells for one table. */
export function cellCompiler(lookups: ReadonlyMap<string, Lookup>): (cell: Cell) => CellReader {
  return (cell) => {
    if (typeof cell === 'object') return columnReader(cell, lookups);
    const names = columnsOf(cell);
    const text = String(cell);
    return names.length === 0 ? () => [text] : (reading) => filled(text, names, reading);
  };
}

/** A text with the columns it names filled in; nothing where one of them is not known. */
function filled(text: string, names: readonly string[], reading: RowReading): readonly string[] {
  const found = new Map(names.map((name) => [name, textsOf(reading, name).join(', ')]));
  if ([...found.values()].includes('')) return [];
  return [text.replaceAll(placeholder, (_all, name: string) => found.get(name)!)];
}

function textsOf({ row, made }: RowReading, column: string): readonly string[] {
  const texts = made.get(column);
  if (texts !== undefined) return texts;
  const text = row.cells[column] ?? '';
  return text === '' ? [] : [text];
}

function columnReader(cell: ColumnCell, lookups: ReadonlyMap<string, Lookup>): CellReader {
  const isUnknown = listing(cell.unknown ?? []);
  const pattern = cell.match === undefined ? undefined : new RegExp(cell.match, 'u');
  const replacements = Object.entries(cell.replace ?? {});
  const pieces = (text: string): readonly string[] => {
    const matched = pattern === undefined ? text : (pattern.exec(text)?.[1] ?? '');
    const replaced = replacements.reduce((now, [from, to]) => now.replaceAll(from, to), matched);
    const parts = cell.split === undefined ? [replaced] : replaced.split(cell.split);
    return parts.map((part) => part.trim()).filter((part) => part !== '');
  };
  const steps = [wordsOf(cell), lookupOf(cell, lookups), scaleOf(cell)].filter((step) => step !== undefined);
  return (reading) => {
    const texts = textsOf(reading, cell.column).filter((text) => !isUnknown(text));
    const read = texts.flatMap(pieces);
    // Different words may say the same.
    return [...new Set(steps.reduce((now, step) => now.flatMap((text) => step(text, reading)), read))];
  };
}

type Step = (text: string, reading: RowReading) => readonly string[];

function wordsOf({ words, column, otherwise, lookup }: ColumnCell): Step | undefined {
  if (words === undefined) return undefined;
  const expected = `one of ${Object.keys(words).join(', ')}`;
  return (text, { place, complaints }) => {
    if (Object.hasOwn(words, text)) return present(String(words[text]));
    if (otherwise !== undefined && lookup === undefined) return present(String(otherwise));
    complaints.add(place(column), text, expected);
    return [];
  };
}

function lookupOf(
  { lookup: name, column, otherwise }: ColumnCell,
  lookups: ReadonlyMap<string, Lookup>,
): Step | undefined {
  const lookup = name === undefined ? undefined : lookups.get(name);
  if (lookup === undefined) return undefined;
  return (text, { place, complaints }) => {
    const found = lookup(text);
    if (found !== undefined) return found;
    if (otherwise !== undefined) return present(String(otherwise));
    complaints.add(place(column), text, `a text that the table of decisions has (lookup ${name!})`);
    return [];
  };
}

function scaleOf({ scale, column }: ColumnCell): Step | undefined {
  if (scale === undefined) return undefined;
  return (text, { place, complaints }) => {
    const number = Number(text);
    // Fifteen digits are what a double keeps: 200.295468 times a million is 200295468.
    if (Number.isFinite(number)) return [String(Number((number * scale).toPrecision(15)))];
    complaints.add(place(column), text, 'a number');
    return [];
  };
}

/** An empty word says that the value is not known. */
const present = (text: string): readonly string[] => (text === '' ? [] : [text]);

/** Whether a row fulfils all of these. A text that is not known is the empty text. */
export function fulfils(when: TableRule['skip'][number]['when'] | undefined, reading: RowReading): boolean {
  const conditions = when === undefined ? [] : Array.isArray(when) ? when : [when];
  return conditions.every((condition) => fulfilsOne(condition, reading));
}

function fulfilsOne({ column, is, not }: Condition, reading: RowReading): boolean {
  const texts = textsOf(reading, column);
  const isOneOf = listing([is ?? not ?? []].flat());
  const isListed = texts.length === 0 ? isOneOf('') : texts.some(isOneOf);
  return is === undefined ? !isListed : isListed;
}

/** Whether a text is one of these. A number is meant however it is written: 0 is `0` and `0.00` alike. */
function listing(values: readonly (string | number | boolean)[]): (text: string) => boolean {
  const texts = new Set(values.map(String));
  const numbers = new Set(values.filter((value) => typeof value === 'number'));
  return (text) => texts.has(text) || (text !== '' && numbers.has(Number(text)));
}
