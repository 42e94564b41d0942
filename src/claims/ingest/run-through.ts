import type { GraphModel } from '../../model';
import type { EntityRecord } from '../evidence';
import type { Complaints } from '../seed/complaints';
import { addCounts, countsOf, type Comparison, type Counts } from './comparison';
import { expectedOf } from './doubts';
import { PutOff, type Placed } from './put-off';
import type { LocatedRecord } from './record';
import { rowChecker } from './row-check';

/** A stream of records that is the same each time it is read. */
export interface Input {
  /** Tells this stream from others: the digest of all that it is made of. */
  readonly digest: string;
  records(complaints: Complaints): AsyncIterable<LocatedRecord>;
}

export interface IngestOptions {
  /** How many records make a batch, which is a transaction. */
  readonly batchSize: number;
  /** Gathers what does not fit. It throws when it has too many. */
  readonly complaints: Complaints;
  readonly onBatch?: ((report: IngestReport) => void) | undefined;
}

/** What an import has done so far. */
export interface IngestReport {
  readonly counts: Readonly<Record<'new' | 'changed' | 'matched' | 'ambiguous' | 'refused', Counts>>;
  /** How many records of the stream have been taken, refused ones and those of earlier runs among them. */
  readonly taken: number;
  /** How many an earlier run that was interrupted had done. */
  readonly resumedAt: number;
  /** The whole stream has been imported before, and nobody has written since. */
  readonly unchanged: boolean;
  /** How many nodes and edges were written, and how many removed. */
  readonly put: number;
  readonly dropped: number;
}

/** What is done with the batches of a stream. */
export interface Stage {
  /** @param takenWithout how much of the stream is done with, if these records of the batch are not */
  take(
    records: readonly LocatedRecord[],
    takenWithout: (lacking: readonly LocatedRecord[]) => number,
  ): Promise<{ readonly comparison: Comparison; readonly put: number; readonly dropped: number }>;
}

/** What of a stream need not be looked at. */
export interface Resumption {
  /** Where to begin. */
  readonly at: number;
  /** The only records that the store may not have as they are; all, where it is left out. */
  readonly suspects?: ReadonlySet<string> | undefined;
}

const none: Counts = countsOf([]);

/** A report of nothing done. */
export const nothingDone = (resumedAt: number): IngestReport => ({
  counts: { new: none, changed: none, matched: none, ambiguous: none, refused: none },
  taken: resumedAt,
  resumedAt,
  unchanged: false,
  put: 0,
  dropped: 0,
});

/** Takes a stream through a stage, a batch at a time; the next batch is read while one is being written. */
export async function runThrough(
  model: GraphModel,
  input: Input,
  stage: Stage,
  options: IngestOptions,
  resumption: Resumption,
): Promise<IngestReport> {
  const run = new Run(model, stage, options, resumption);
  const chunks = chunksOf(input.records(options.complaints), options.batchSize, resumption.at);
  let next = chunks.next();
  for (;;) {
    const { value: chunk, done } = await next;
    if (done === true) return run.end();
    next = chunks.next();
    // What becomes of it is looked at in the next round.
    next.catch(() => undefined);
    await run.batch(chunk);
    options.onBatch?.(run.report);
  }
}

class Run {
  report: IngestReport;
  private readonly putOff: PutOff;
  /** The ids of entities that were left out because it is not clear who they are. */
  private readonly inDoubt = new Set<string>();
  private readonly fits: (record: LocatedRecord) => boolean;

  constructor(
    model: GraphModel,
    private readonly stage: Stage,
    private readonly options: IngestOptions,
    private readonly resumption: Resumption,
  ) {
    this.fits = rowChecker(model, options.complaints);
    this.putOff = new PutOff(model);
    this.report = nothingDone(resumption.at);
  }

  /** Passes by what the store is known to have. */
  async batch(chunk: readonly Placed[]): Promise<void> {
    const { suspects } = this.resumption;
    if (suspects === undefined) return this.take(chunk, chunk);
    const suspected = chunk.filter(({ record }) => suspects.has(record.row.id));
    if (suspected.length > 0) await this.take(suspected, chunk);
    const passed = new Map(chunk.map(({ record }) => [record.row.id, record]));
    for (const { record } of suspected) passed.delete(record.row.id);
    const { counts } = this.report;
    const matched = addCounts(counts.matched, countsOf([...passed.values()]));
    this.report = { ...this.report, counts: { ...counts, matched }, taken: chunk.at(-1)!.at + 1 };
  }

  /** @param all what stands in the stream from the first to the last of those that are taken */
  private async take(chunk: readonly Placed[], all: readonly Placed[]): Promise<void> {
    const fitting: Placed[] = [];
    const unfit: LocatedRecord[] = [];
    for (const each of chunk) {
      if (this.fits(each.record)) fitting.push(each);
      else unfit.push(each.record);
    }
    const end = all.at(-1)!.at + 1;
    const batch = [...this.putOff.due(fitting.map(({ record }) => record)), ...fitting];
    const places = new Map(batch.map(({ record, at }) => [record, at]));
    const first = (records: readonly LocatedRecord[]): number =>
      Math.min(end, this.putOff.first, ...records.map((record) => places.get(record)!));
    const { comparison, put, dropped } = await this.stage.take([...places.keys()], first);
    this.putOff.add(comparison.lacking.map(({ record, ids }) => ({ record, ids, at: places.get(record)! })));
    for (const doubt of comparison.doubts) {
      const { row, at } = doubt.record;
      this.inDoubt.add(row.id);
      this.options.complaints.add(at('name'), (row as EntityRecord).name, expectedOf(doubt));
    }
    const { counts } = this.report;
    this.report = {
      ...this.report,
      counts: {
        new: addCounts(counts.new, comparison.counts.new),
        changed: addCounts(counts.changed, comparison.counts.changed),
        matched: addCounts(counts.matched, comparison.counts.matched),
        ambiguous: addCounts(counts.ambiguous, comparison.counts.ambiguous),
        refused: addCounts(counts.refused, countsOf(unfit)),
      },
      taken: end,
      put: this.report.put + put,
      dropped: this.report.dropped + dropped,
    };
  }

  /** What is still put off when the stream has ended refers to what nobody has, or to what is in doubt. */
  end(): IngestReport {
    const left = this.putOff.left();
    const missing = left.filter(({ id }) => !this.inDoubt.has(id));
    for (const { record, field, id } of missing)
      this.options.complaints.add(record.at(field), id, 'the id of something that exists');
    const { counts } = this.report;
    const refused = new Set(missing.map(({ record }) => record));
    const ambiguous = new Set(left.map(({ record }) => record).filter((record) => !refused.has(record)));
    return {
      ...this.report,
      counts: {
        ...counts,
        ambiguous: addCounts(counts.ambiguous, countsOf([...ambiguous])),
        refused: addCounts(counts.refused, countsOf([...refused])),
      },
    };
  }
}

/** Gathers so many at a time. The first `skip` are left out. */
async function* chunksOf(
  records: AsyncIterable<LocatedRecord>,
  size: number,
  skip: number,
): AsyncGenerator<readonly Placed[], undefined> {
  let chunk: Placed[] = [];
  let at = 0;
  for await (const record of records) {
    if (at >= skip) chunk.push({ record, at });
    at++;
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
