import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AnodeError } from '../../errors';
import type { GraphModel } from '../../model';
import type { Evidence } from '../evidence';
import { checkRows } from './checks';
import { Complaints } from './complaints';
import { readRows } from './rows';
import type { Located } from './table';

const manifestSchema = z.object({
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().min(1),
  entered: z.iso.datetime(),
  licence: z.string().min(1),
});

/**
 * Reads a seed folder: manifest.json, sources.csv, entities.csv, claims.csv and contradictions.csv. What it refers to
 * must be in it or among the ids that are `known` already. Throws AnodeErrors with the place of everything that does
 * not fit; then nothing of it is to be used.
 */
export function readSeedFolder(model: GraphModel, folder: string, known: ReadonlySet<string>): Evidence {
  const complaints = new Complaints();
  const manifest = readManifest(folder);
  const rows = readRows({ model, folder, complaints }, manifest);
  checkRows(model, rows, known, complaints);
  complaints.throwIfAny();
  const plain = <T>(located: readonly Located<T>[]): T[] => located.map(({ row }) => row);
  return {
    entities: plain(rows.entities),
    sources: plain(rows.sources),
    claims: plain(rows.claims),
    contradictions: plain(rows.contradictions),
  };
}

type Manifest = z.infer<typeof manifestSchema>;

function readManifest(folder: string): Manifest {
  const path = join(folder, 'manifest.json');
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    const allowed = 'a JSON object with name, title, entered (a date and time in UTC) and licence';
    const message = `${basename(folder)}/manifest.json is missing or does not fit; expected is ${allowed}.`;
    throw new AnodeError('SEED_INVALID', message, { argument: 'manifest.json', allowed }, { cause });
  }
}
