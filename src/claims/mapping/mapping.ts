import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Complaints, Place } from '../seed/complaints';
import { placeOf } from '../seed/table';
import { mappingSchema, type MappingRules } from './schema';

/** The way to a part of a mapping: `['tables', 0, 'claims', 3, 'unit']`. */
export type Path = readonly (string | number)[];

/** A mapping that has the right form, and where its parts stand. */
export interface Mapping {
  readonly rules: MappingRules;
  /** The folder that the files it names are in. */
  readonly folder: string;
  placeOf(path: Path): Place;
}

/** Reads a mapping. Undefined for one that has not the right form, all of which is complained of. */
export function readMapping(path: string, complaints: Complaints): Mapping | undefined {
  const file = placeOf(path);
  const lines = new LineCounter();
  const text = readText(path, complaints);
  if (text === undefined) return undefined;
  const document = parseDocument(text, { lineCounter: lines });
  for (const { message, pos } of document.errors) {
    complaints.add({ file, line: lines.linePos(pos[0]).line }, message.split('\n')[0]!, 'YAML');
  }
  if (document.errors.length > 0) return undefined;
  const place = (at: Path): Place => ({
    file,
    line: lines.linePos(offsetOf(document, at)).line,
    column: at.join('.'),
  });
  const { success, data, error } = mappingSchema.safeParse(document.toJS());
  if (success) return { rules: data, folder: dirname(path), placeOf: place };
  for (const issue of error.issues.map(innermost)) {
    const at = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    complaints.add(
      place(at),
      shown(document.getIn(at)),
      issue.message.replace(/^(Invalid input: )?expected /, ''),
    );
  }
  return undefined;
}

const shown = (given: unknown): string =>
  typeof given === 'string'
    ? given
    : typeof given === 'number' || typeof given === 'boolean'
      ? String(given)
      : '';

/** Of several forms that a part may have, the one that fits until deepest inside tells best what is wrong. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const inside = issue.errors.flat().filter(({ path }) => path.length > 0);
  const [deepest] = inside.toSorted((a, b) => b.path.length - a.path.length);
  return deepest === undefined ? issue : innermost({ ...deepest, path: [...issue.path, ...deepest.path] });
}

function readText(path: string, complaints: Complaints): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    complaints.add({ file: placeOf(path), line: 1 }, code ?? '', 'a file that can be read');
    return undefined;
  }
}

/** Where a part begins; for one that is not there, where that begins which should hold it. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as
      { range?: [number, number, number] } | undefined;
    if (node?.range !== undefined) return node.range[0];
  }
  return 0;
}
