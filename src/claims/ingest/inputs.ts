import { createHash, type Hash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AnodeError } from '../../errors';
import type { GraphModel } from '../../model';
import type { GraphStore } from '../../store';
import type { Evidence } from '../evidence';
import { readMapped, tablesOf, type TableFiles } from '../mapping/read';
import type { Complaints, Place } from '../seed/complaints';
import { readSeedFolder } from '../seed/folder';
import { storedIds } from '../stored-ids';

import { readJsonLines } from './json-lines';
import type { LocatedRecord } from './record';
import type { Input } from './run-through';

/** One file or folder that records are read from. */
interface Part {
  /** The files that it is made of. */
  readonly files: readonly string[];
  /** @param read told how many bytes of it have been read */
  readonly records: (complaints: Complaints, read: (bytes: number) => void) => AsyncIterable<LocatedRecord>;
}

/** What several files are read as: one stream, in their order. */
export interface FileInput extends Input {
  /** How much of all has been read, from 0 to 1. */
  readonly done: () => number;
}

/**
 * How a path is read, by what it is. Another format is another line here: what it needs is a stream of records, the same
 * each time, each with its place. Throws IMPORT_INVALID for what nothing here reads.
 */
function partOf(model: GraphModel, store: GraphStore, path: string): Part {
  if (isFolder(path)) return seedFolder(model, store, path);
  if (/\.(jsonl|ndjson)$/.test(path))
    return { files: [path], records: (complaints, read) => readJsonLines(path, complaints, read) };
  if (/\.ya?ml$/.test(path)) return mapped(model, path, new Map());
  const allowed = 'a seed folder, a file of records as JSON lines (.jsonl, .ndjson), or a mapping (.yaml)';
  throw new AnodeError(
    'IMPORT_INVALID',
    `${basename(path)} is nothing that can be imported; expected is ${allowed}.`,
    {
      argument: basename(path),
      allowed,
    },
  );
}

/**
 * Opens files and folders as one stream. Throws IMPORT_INVALID for those that are not there.
 *
 * @param mapping says how the files are read, which are tables that it names
 */
export async function openInput(
  model: GraphModel,
  store: GraphStore,
  paths: readonly string[],
  mapping?: string,
): Promise<FileInput> {
  const parts =
    mapping === undefined
      ? paths.map((path) => partOf(model, store, path))
      : [mapped(model, mapping, tablesAmong(mapping, paths))];
  const sizes = parts.map(({ files }) => files.reduce((sum, file) => sum + statSync(file).size, 0));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const hash = createHash('sha256');
  for (const { files } of parts) for (const file of files) await addFile(hash, file);
  let read = 0;
  return {
    digest: hash.digest('hex'),
    done: () => (total === 0 ? 1 : Math.min(1, read / total)),
    async *records(complaints) {
      let before = 0;
      read = 0;
      for (const [at, part] of parts.entries()) {
        const start = before;
        yield* part.records(complaints, (bytes) => (read = start + bytes));
        read = before += sizes[at]!;
      }
    },
  };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (cause) {
    const allowed = 'a file or folder that can be read';
    const message = `${basename(path)} cannot be read; expected is ${allowed}.`;
    throw new AnodeError('IMPORT_INVALID', message, { argument: basename(path), allowed }, { cause });
  }
}

async function addFile(hash: Hash, file: string): Promise<void> {
  hash.update(`\n${basename(file)} ${String(statSync(file).size)}\n`);
  await pipeline(createReadStream(file, { highWaterMark: 1024 * 1024 }), hash, { end: false });
}

/** Tables, as a mapping reads them: those given, or all that it names. */
function mapped(model: GraphModel, mapping: string, tables: TableFiles): Part {
  const named = tablesOf(mapping).map((file) => join(dirname(mapping), file));
  return {
    files: [mapping, ...(tables.size > 0 ? tables.values() : named.filter((file) => existsSync(file)))],
    async *records(complaints) {
      for await (const { record, place: _, ...own } of readMapped(model, mapping, complaints, tables))
        yield { ...own, row: record, introduced: own.kind !== 'claim' } as LocatedRecord;
    },
  };
}

/** Files by the names that a mapping gives them. Throws IMPORT_INVALID for one that it does not name. */
function tablesAmong(mapping: string, paths: readonly string[]): TableFiles {
  const named = isFolder(mapping) ? [] : tablesOf(mapping);
  const tables = new Map<string, string>();
  for (const path of paths) {
    const file = named.find((name) => basename(name) === basename(path));
    if (file === undefined || isFolder(path)) {
      const allowed =
        named.length === 0 ? 'a mapping that fits' : `a table of the mapping: ${named.join(', ')}`;
      const given = named.length === 0 ? mapping : path;
      const message = `${basename(given)} cannot be read by the mapping; expected is ${allowed}.`;
      throw new AnodeError('IMPORT_INVALID', message, { argument: basename(given), allowed });
    }
    tables.set(file, path);
  }
  return tables;
}

/** A seed folder is read whole: rows of its tables may refer to each other in any order. */
function seedFolder(model: GraphModel, store: GraphStore, folder: string): Part {
  return {
    files: readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => join(folder, name))
      .toSorted(),
    async *records() {
      const known = await storedIds(model, store);
      yield* recordsOf(await readSeedFolder(model, folder, known), { file: basename(folder), line: 1 });
    },
  };
}

/** Evidence as records, things before what is said of them. */
export function* recordsOf(evidence: Evidence, place: Place): Generator<LocatedRecord> {
  const at = (): Place => place;
  const introduced = ({ id }: { id: string }): boolean => evidence.introduced?.has(id) === true;
  for (const row of evidence.entities) yield { kind: 'entity', row, at, introduced: introduced(row) };
  for (const row of evidence.sources) yield { kind: 'source', row, at, introduced: introduced(row) };
  for (const row of evidence.claims) yield { kind: 'claim', row, at };
  for (const row of evidence.contradictions) yield { kind: 'contradiction', row, at };
  for (const row of evidence.decisions) yield { kind: 'decision', row, at };
}
