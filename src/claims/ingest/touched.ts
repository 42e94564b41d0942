import type { GraphModel } from '../../model';
import type { ClaimRecord, Contradiction, DecisionRecord, EntityRecord, SourceRecord } from '../evidence';
import { subjectsOf } from '../facts';
import { evidenceOf } from '../stored';
import type { Comparison } from './comparison';
import type { KnownGraph } from './surroundings';
import type { PartReader } from './part-reader';
import { sameRecord, type LocatedRecord } from './record';

/** The subjects whose part of the graph is to be made anew. */
export async function touchedSubjects(
  model: GraphModel,
  { changed, stored }: Comparison,
  known: KnownGraph,
  reader: PartReader,
): Promise<ReadonlySet<string>> {
  const touched = new Set<string>();
  const renamed: string[] = [];
  const sources: SourceRecord[] = [];
  const decisions: DecisionRecord[] = [];
  for (const record of changed) {
    const old = stored.get(record.row.id);
    for (const id of ownSubjects(model, record, old)) touched.add(id);
    if (record.kind === 'source') sources.push(record.row);
    if (record.kind === 'decision')
      decisions.push(record.row, ...(old === undefined ? [] : [old as DecisionRecord]));
    if (record.kind === 'entity' && old !== undefined && (old as EntityRecord).name !== record.row.name)
      renamed.push(record.row.id);
  }
  // A claim is called by the names of those it speaks of.
  for (const id of await reader.subjectsOfClaimsOn(renamed, ['subject', 'object'])) touched.add(id);
  for (const id of await touchedBySources(sources, known, reader)) touched.add(id);
  for (const id of await touchedByDecisions(model, decisions, reader)) touched.add(id);
  return touched;
}

/** The subjects that a record and the one it replaces speak of. */
function ownSubjects(
  model: GraphModel,
  record: LocatedRecord,
  old: LocatedRecord['row'] | undefined,
): string[] {
  const { kind, row } = record;
  if (kind === 'entity') return [row.id];
  if (kind === 'source' || kind === 'decision') return [];
  return [row, ...(old === undefined ? [] : [old])].flatMap((each) =>
    kind === 'claim' ? subjectsOf(model, each as ClaimRecord) : [(each as Contradiction).subject],
  );
}

/** The subjects of claims that were decided on, and the entities of which it was decided who they are. */
async function touchedByDecisions(
  model: GraphModel,
  decisions: readonly DecisionRecord[],
  reader: PartReader,
): Promise<readonly string[]> {
  const claims = new Set(decisions.flatMap(({ claim }) => claim ?? []));
  // A claim that is not there yet comes with this batch, and touches its subject itself.
  const { claims: stored } = evidenceOf(model, await reader.graph(claims));
  return [
    ...stored.flatMap((claim) => subjectsOf(model, claim)),
    ...decisions.flatMap(({ entities }) => entities),
  ];
}

/**
 * How many origins a claim has, and which is the latest, depends on the sources behind it. Where what is known of a source
 * changes, the claims of all sources that rest on it are weighed anew, and those attributed to the party that speaks in it.
 */
async function touchedBySources(
  changed: readonly SourceRecord[],
  known: KnownGraph,
  reader: PartReader,
): Promise<ReadonlySet<string>> {
  const concerned = new Set<string>();
  for (const source of changed) {
    const old = known.sources.get(source.id);
    if (old !== undefined && sameRecord(lineageOf(old), lineageOf(source))) continue;
    for (const party of [source.party, old?.party]) if (party !== undefined) concerned.add(party);
    // Nothing can rest on one that was not there.
    if (old !== undefined) concerned.add(source.id);
  }
  for (let before = -1; before < concerned.size;) {
    before = concerned.size;
    for (const { id, cites, party } of known.sources.values())
      if (cites.some((cited) => concerned.has(cited))) {
        concerned.add(id);
        if (party !== undefined) concerned.add(party);
      }
  }
  return reader.subjectsOfClaimsOn([...concerned], ['source', 'attributedTo']);
}

/** What a source weighs by. */
const lineageOf = ({ id, party, published, lineage, cites }: SourceRecord): SourceRecord => ({
  id,
  name: '',
  aliases: [],
  party,
  published,
  lineage,
  cites,
});
