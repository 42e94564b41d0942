import { join } from 'node:path';
import type { GraphModel } from '../../model';
import type { ClaimRecord, EntityRecord, SourceRecord } from '../evidence';
import { Complaints, type Place } from '../seed/complaints';
import { cellCompiler, columnsOf, fulfils, type CellReader, type RowReading } from './cells';
import { checkColumns, checkMapping } from './check';
import { ClaimMaker } from './claim-maker';
import type { MappingContext } from './context';
import { readLookups } from './lookup';
import { readMapping } from './mapping';
import { readRawTable, type RawRow } from './raw-table';
import type { SourceRule, TableRule } from './schema';
import { thingReaders } from './things';

/** A record of evidence that a mapping has made, and where it was read. */
export type MappedRecord =
  | (Placed<'entity', EntityRecord> & {
      /** Whether its id was made of what the row calls it, and nobody decided who is meant. */
      readonly byName: boolean;
    })
  | Placed<'source', SourceRecord>
  | Placed<'claim', ClaimRecord>;

interface Placed<Kind extends string, T> {
  readonly kind: Kind;
  readonly record: T;
  readonly place: Place;
  /** The place of one of its parts, by the name that the part has in the tables of a seed folder. */
  readonly at: (part?: string) => Place;
}

/**
 * Reads the tables of a mapping as records of evidence, one at a time; memory is that of a row, of the tables of
 * decisions, and of the ids of what has been named. The mapping is checked against the model before anything is read: one
 * that does not fit yields nothing. Rows that do not fit are left out. Whatever does not fit is complained of.
 *
 * @param files tables by the names that the mapping gives them; without any, all that it names, beside it
 */
export async function* readMapped(
  model: GraphModel,
  path: string,
  complaints: Complaints,
  files: TableFiles = new Map(),
): AsyncGenerator<MappedRecord> {
  const mapping = readMapping(path, complaints);
  if (mapping === undefined || !checkMapping(mapping, model, complaints)) return;
  for (const [index, { id, ...own }] of mapping.rules.sources.entries()) {
    const place = mapping.placeOf(['sources', index]);
    yield {
      kind: 'source',
      place,
      record: sourceOf(id, own, (cell) => (typeof cell === 'object' ? undefined : String(cell))),
      at: () => place,
    };
  }
  const lookups = await readLookups(mapping, complaints);
  for (const [index, table] of mapping.rules.tables.entries()) {
    if (files.size > 0 && !files.has(table.file)) continue;
    const reader = new TableReader({ model, mapping, lookups, complaints }, table, index);
    yield* reader.records(files.get(table.file) ?? join(mapping.folder, table.file));
  }
}

/** Where tables are, by the names that a mapping gives them. */
export type TableFiles = ReadonlyMap<string, string>;

/** The tables that a mapping names; none for one that does not fit. */
export const tablesOf = (path: string): readonly string[] =>
  readMapping(path, new Complaints())?.rules.tables.map(({ file }) => file) ?? [];

/** Makes records of the rows of one table. */
class TableReader {
  private readonly compile: ReturnType<typeof cellCompiler>;
  private readonly values: readonly (readonly [string, CellReader])[];
  private readonly things: ReturnType<typeof thingReaders>;
  private readonly claims: ClaimMaker;
  /** What was named before needs no second record. */
  private readonly named = new Set<string>();

  constructor(
    private readonly context: MappingContext,
    private readonly table: TableRule,
    private readonly index: number,
  ) {
    this.compile = cellCompiler(context.lookups);
    this.values = Object.entries(table.values).map(([name, cell]) => [name, this.compile(cell)]);
    this.things = thingReaders(context.model, table, this.compile);
    this.claims = new ClaimMaker(context, table, this.compile, this.things);
  }

  async *records(path: string): AsyncGenerator<MappedRecord> {
    const { mapping, complaints } = this.context;
    const takes = (columns: readonly string[]): boolean =>
      checkColumns(mapping, this.table, ['tables', this.index], columns, complaints);
    const file = join(path.split(/[\\/]/).at(-2) ?? '', this.table.file);
    for await (const row of readRawTable(path, this.table.columns ?? [], takes, complaints)) {
      yield* this.recordsOf(this.readingOf(row, file));
    }
  }

  private readingOf(row: RawRow, file: string): RowReading {
    const place = (column?: string): Place => ({ file, line: row.line, column });
    return { row, made: new Map(), place, complaints: this.context.complaints };
  }

  private *recordsOf(reading: RowReading): Generator<MappedRecord> {
    const { skip, key } = this.table;
    if (skip.some((rule) => fulfils(rule.when, reading))) return;
    for (const [name, read] of this.values) reading.made.set(name, read(reading));
    const parts = key.map((column) =>
      (reading.made.get(column) ?? [reading.row.cells[column] ?? '']).join(' '),
    );
    if (parts.join('') === '') {
      reading.complaints.add(reading.place(key[0]), '', 'a text: it tells the row from the others');
      return;
    }
    yield* this.entities(reading);
    yield* this.sources(reading);
    for (const { row, at } of this.claims.claimsOf(reading, parts))
      yield { kind: 'claim', record: row, place: reading.place(), at };
  }

  private *entities(reading: RowReading): Generator<MappedRecord> {
    for (const { thing, name, aliases, when } of this.table.entities) {
      if (!fulfils(when, reading)) continue;
      const at = (part?: string): Place => reading.place(part === 'name' ? columnsOf(name)[0] : undefined);
      const ids = this.things.get(thing)!.read(reading);
      const byName = this.table.things[thing]!.slug !== undefined;
      const names = this.compile(name)(reading);
      const others = aliases === undefined ? [] : this.compile(aliases)(reading);
      for (const id of this.newOf(ids)) {
        // Several things in one cell are named each by its own part.
        const text = names.length === ids.length ? names[ids.indexOf(id)] : names[0];
        if (text === undefined) reading.complaints.add(reading.place(), '', `a name for ${id}`);
        const record = { id, name: text ?? '', aliases: others };
        if (text !== undefined) yield { kind: 'entity', record, place: reading.place(), at, byName };
      }
    }
  }

  private *sources(reading: RowReading): Generator<MappedRecord> {
    for (const { thing, ...rule } of this.table.sources) {
      for (const id of this.newOf(this.things.get(thing)!.read(reading))) {
        const record = sourceOf(id, rule, (cell) => this.compile(cell)(reading)[0]);
        yield { kind: 'source', record, place: reading.place(), at: reading.place };
      }
    }
  }

  private newOf(ids: readonly string[]): readonly string[] {
    const fresh = ids.filter((id) => !this.named.has(id));
    for (const id of fresh) this.named.add(id);
    return fresh;
  }
}

function sourceOf(
  id: string,
  rule: Omit<SourceRule, 'thing'>,
  read: (cell: SourceRule['name']) => string | undefined,
): SourceRecord {
  const { name, cites, ...rest } = rule;
  const fields = Object.entries(rest).map(([field, cell]) => [field, read(cell)]);
  return {
    ...(Object.fromEntries(fields) as Partial<SourceRecord>),
    id,
    name: read(name) ?? id,
    aliases: [],
    cites,
  };
}
