import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Complaints, Place } from '../seed/complaints';
import { recordKinds, type LocatedRecord, type RecordKind } from './record';

/** In bytes. A line is in memory as a whole. */
const longestLine = 4 * 1024 * 1024;

/** What a record may leave out, and what it says then. */
const defaults: Readonly<Record<RecordKind, Readonly<Record<string, unknown>>>> = {
  entity: { aliases: [] },
  source: { aliases: [], cites: [] },
  claim: { attributedTo: [], status: 'STANDING' },
  contradiction: {},
  decision: { entities: [], features: [] },
};

/**
 * Reads a file of records as JSON lines, in UTF-8: `{"entity": {…}}`, `{"source": {…}}`, `{"claim": {…}}`,
 * `{"contradiction": {…}}` or `{"decision": {…}}`, one a line. Lines that are something else are complained of and left out. Whether the fields
 * of a record fit is for whoever takes it. `read` is told how many bytes have been read.
 */
export async function* readJsonLines(
  path: string,
  complaints: Complaints,
  read: (bytes: number) => void,
): AsyncGenerator<LocatedRecord> {
  const file = basename(path);
  let line = 0;
  for await (const text of linesOf(path, complaints, read)) {
    line++;
    if (text.trim() === '') continue;
    const record = recordOf(text, { file, line }, complaints);
    if (record !== undefined) yield record;
  }
}

function recordOf(text: string, place: Place, complaints: Complaints): LocatedRecord | undefined {
  const given = parsed(text);
  const [key, ...others] = Object.keys(given ?? {});
  const kind = recordKinds.find((each) => each === key);
  const row = kind === undefined || others.length > 0 ? undefined : given![kind];
  if (row === null || typeof row !== 'object' || Array.isArray(row)) {
    const expected = `one record: ${recordKinds.map((each) => `{"${each}": {…}}`).join(', ')}`;
    complaints.add(place, text.slice(0, 200), expected);
    return undefined;
  }
  // Whether the fields are those of its kind is checked with all records.
  return {
    kind,
    row: { ...defaults[kind!], ...row },
    at: (column?: string) => ({ ...place, column: column === undefined ? undefined : camelCase(column) }),
  } as unknown as LocatedRecord;
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object') return value as Record<string, unknown>;
  } catch {
    // Complained of as anything else that is no record.
  }
  return undefined;
}

/** Fields are called here as in the records, not as the columns of a seed's tables. */
const camelCase = (column: string): string =>
  column.replaceAll(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());

/** The lines of a file. What cannot be read, or is not UTF-8, is complained of and ends it. */
async function* linesOf(
  path: string,
  complaints: Complaints,
  read: (bytes: number) => void,
): AsyncGenerator<string> {
  const file = basename(path);
  let line = 0;
  try {
    for await (const block of blocksOf(path, read)) {
      for (const text of decoded(block)) {
        line++;
        yield text;
      }
    }
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      complaints.add({ file, line: line + 1 }, 'bytes that are not UTF-8', 'UTF-8');
    else if (error instanceof TooLong)
      complaints.add({ file, line: line + 1 }, 'a line without an end', 'lines of at most 4 MiB');
    else if (syscall !== undefined) complaints.add({ file, line: 1 }, code ?? '', 'a file that can be read');
    else throw error;
  }
}

class TooLong extends Error {}

/** A file in blocks of whole lines. */
async function* blocksOf(path: string, read: (bytes: number) => void): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    read((bytes += chunk.length));
    const end = chunk.lastIndexOf(newline) + 1;
    if (end > 0) yield Buffer.concat([rest, chunk.subarray(0, end)]);
    rest = end > 0 ? chunk.subarray(end) : Buffer.concat([rest, chunk]);
    if (rest.length > longestLine) throw new TooLong();
  }
  if (rest.length > 0) yield rest;
}

const newline = 0x0a;

/** The lines of a block. Those before the first that is not UTF-8 are given before it throws. */
function* decoded(block: Buffer): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text: string | undefined;
  try {
    text = decoder.decode(block);
  } catch {
    // Line by line it is seen which one it is.
  }
  if (text !== undefined) {
    yield* (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
    return;
  }
  for (let from = 0; from < block.length;) {
    const end = block.indexOf(newline, from);
    yield decoder.decode(block.subarray(from, end < 0 ? undefined : end));
    from = end < 0 ? block.length : end + 1;
  }
}
