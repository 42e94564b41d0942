import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Complaints, Place } from '../seed/complaints';
import { recordKinds, type LocatedRecord, type RecordKind } from './record';

/** In characters. A line is in memory as a whole. */
const longestLine = 4 * 1024 * 1024;

/** What a record may leave out, and what it says then. */
const defaults: Readonly<Record<RecordKind, Readonly<Record<string, unknown>>>> = {
  entity: { aliases: [] },
  source: { aliases: [], cites: [] },
  claim: { attributedTo: [], status: 'STANDING' },
  contradiction: {},
};

/**
 * Reads a file of records as JSON lines, in UTF-8: `{"entity": {…}}`, `{"source": {…}}`, `{"claim": {…}}` or
 * `{"contradiction": {…}}`, one a line. Lines that are something else are complained of and left out. Whether the fields
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
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const file = basename(path);
  let rest = '';
  let line = 0;
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path, {
      highWaterMark: 256 * 1024,
    }) as AsyncIterable<Buffer>) {
      read((bytes += chunk.length));
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop()!;
      for (const each of lines) {
        line++;
        yield each;
      }
      if (rest.length > longestLine) {
        complaints.add(
          { file, line: line + 1 },
          `${rest.slice(0, 50)}…`,
          'lines of at most four million characters',
        );
        return;
      }
    }
    rest += decoder.decode();
    if (rest !== '') yield rest;
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      complaints.add({ file, line: line + 1 }, 'bytes that are not UTF-8', 'UTF-8');
    else if (syscall !== undefined) complaints.add({ file, line: 1 }, code ?? '', 'a file that can be read');
    else throw error;
  }
}
