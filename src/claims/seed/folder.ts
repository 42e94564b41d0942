import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AnodeError } from '../../errors';
import type { GraphModel } from '../../model';
import type { ClaimRecord, EntityRecord, Evidence, SourceRecord } from '../evidence';
import { readMapped } from '../mapping/read';
import { checkRows } from './checks';
import { Complaints } from './complaints';
import { readRows, type SeedRows } from './rows';
import type { Located } from './table';

const manifestSchema = z.object({
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().min(1),
  entered: z.iso.datetime(),
  licence: z.string().min(1),
});

/**
 * Reads a seed folder: manifest.json, and sources.csv, entities.csv, claims.csv and contradictions.csv, or mapping.yaml with
 * the tables that it names, or both. What it refers to must be in it or among the ids that are `known` already. Throws
 * AnodeErrors with the place of everything that does not fit; then nothing of it is to be used.
 */
export async function readSeedFolder(
  model: GraphModel,
  folder: string,
  known: ReadonlySet<string>,
): Promise<Evidence> {
  const complaints = new Complaints();
  const manifest = readManifest(folder);
  const mapping = join(folder, 'mapping.yaml');
  const isMapped = existsSync(mapping);
  const own = readRows({ model, folder, complaints, mayLackTables: isMapped }, manifest);
  const { introduced, ...rows } = isMapped
    ? await withMapped(model, mapping, own, complaints)
    : { ...own, introduced: new Set<string>() };
  checkRows(model, rows, known, complaints);
  complaints.throwIfAny();
  const plain = <T>(located: readonly Located<T>[]): T[] => located.map(({ row }) => row);
  return {
    entities: plain(rows.entities),
    sources: plain(rows.sources),
    claims: plain(rows.claims),
    contradictions: plain(rows.contradictions),
    decisions: plain(rows.decisions),
    introduced,
  };
}

/** The rows and what a mapping makes. It introduces what it names, of which others may have a better name. */
async function withMapped(
  model: GraphModel,
  mapping: string,
  own: SeedRows,
  complaints: Complaints,
): Promise<SeedRows & { introduced: ReadonlySet<string> }> {
  const named = new Set([...own.entities, ...own.sources].map(({ row }) => row.id));
  const introduced = new Set<string>();
  const entities: Located<EntityRecord>[] = [...own.entities];
  const sources: Located<SourceRecord>[] = [...own.sources];
  const claims: Located<ClaimRecord>[] = [...own.claims];
  for await (const { kind, record, at } of readMapped(model, mapping, complaints)) {
    if (kind === 'claim') claims.push({ row: record, at });
    else if (!named.has(record.id)) {
      named.add(record.id);
      introduced.add(record.id);
      if (kind === 'entity') entities.push({ row: record, at });
      else sources.push({ row: record, at });
    }
  }
  return { ...own, entities, sources, claims, introduced };
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
