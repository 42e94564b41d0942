import { readMark, readNotes, readVersion, textIndex } from '../../cypher';
import type { GraphModel } from '../../model';
import type { GraphStore } from '../../store';
import { BatchWriter } from './batch';
import { Doubts } from './doubts';
import { Examiner } from './examiner';
import {
  nothingDone,
  runThrough,
  type IngestOptions,
  type IngestReport,
  type Input,
  type Resumption,
  type Stage,
} from './run-through';
import type { LocatedRecord } from './record';

/** How far an input was taken, as the store keeps it. */
interface StoredMark {
  /** How many records need not be read again. */
  readonly taken: number;
  readonly complete: boolean;
  readonly refused: number;
  /** Of the graph, if nobody else wrote to it meanwhile; else -1. */
  readonly version: number;
}

/**
 * Imports a stream of records in batches. Each batch is one transaction, with a mark of how far the stream was taken:
 * whoever imports the same stream after an interruption goes on there. Records that do not fit are complained of and left
 * out. The graph that comes of it does not depend on the size of batches nor on the order of the records.
 */
export async function ingest(
  model: GraphModel,
  store: GraphStore,
  input: Input,
  options: IngestOptions,
): Promise<IngestReport> {
  const [found] = (await store.read(readMark(input.digest))).map((row) => row['mark'] as StoredMark);
  const [lock] = await store.read(readVersion);
  const isAsLeft = found !== undefined && found.version === lock?.['version'];
  if (isAsLeft && found.complete && found.refused === 0)
    return { ...nothingDone(0), taken: found.taken, unchanged: true };
  if (found === undefined) return new Ingestion(model, store, input.digest).run(input, options, { at: 0 });
  if (!found.complete)
    return new Ingestion(model, store, input.digest, found.version).run(input, options, { at: found.taken });
  const version = lock?.['version'] as number;
  const suspects = found.refused === 0 ? await changedSince(store, found.version, version) : undefined;
  const ingestion = new Ingestion(model, store, input.digest, suspects && version);
  return ingestion.run(input, options, { at: 0, suspects });
}

/** The records that were changed between two versions of the graph; undefined where not all that was written is noted. */
async function changedSince(
  store: GraphStore,
  before: number,
  version: number,
): Promise<ReadonlySet<string> | undefined> {
  if (before < 0) return undefined;
  const notes = await store.read(readNotes(before, version));
  if (notes.length < version - before) return undefined;
  return new Set(notes.flatMap(({ ids }) => ids as readonly string[]));
}

/** The same without writing anything: what an import would find. */
export function examine(
  model: GraphModel,
  store: GraphStore,
  input: Input,
  options: IngestOptions,
): Promise<IngestReport> {
  return runThrough(model, input, new Examiner(model, store), options, { at: 0 });
}

/** With more nodes and edges written than this, text indexes are put off for what is still to come. */
const muchWritten = 5_000;

/** One import, which marks after each batch how far it is. */
class Ingestion implements Stage {
  private readonly writer: BatchWriter;
  private written = 0;
  private isBulk = false;
  /** Of the graph as this import left it; -1 since another has written to it. */
  private version: number | undefined;

  /** @param version of the graph, where that is known to hold what was taken before */
  constructor(
    model: GraphModel,
    private readonly store: GraphStore,
    private readonly digest: string,
    version?: number,
  ) {
    this.writer = new BatchWriter(model, store);
    this.version = version;
  }

  async run(input: Input, options: IngestOptions, resumption: Resumption): Promise<IngestReport> {
    const { model } = this.writer;
    const report = await this.inBulk(() => runThrough(model, input, this, options, resumption));
    const { refused: misfits, ambiguous } = report.counts;
    const refused = [misfits, ambiguous].flatMap((own) => Object.values(own)).reduce((a, b) => a + b, 0);
    await this.writer.mark(this.markOf({ taken: report.taken, complete: true, refused }, this.version ?? -1));
    return report;
  }

  async take(
    records: readonly LocatedRecord[],
    takenWithout: (lacking: readonly LocatedRecord[]) => number,
  ): ReturnType<Stage['take']> {
    if (this.written > muchWritten && !this.isBulk) {
      this.isBulk = true;
      await this.store.beginBulk([textIndex]);
    }
    const report = await this.writer.write(records, {
      doubts: (run, decisions) => new Doubts(this.writer.model, run, () => decisions),
      mark: ({ comparison, before, after }) => {
        const taken = takenWithout(comparison.lacking.map(({ record }) => record));
        return this.markOf({ taken, complete: false, refused: 0 }, this.versionAfter(before, after));
      },
    });
    this.version = this.versionAfter(report.before, report.after);
    this.written += report.put;
    return report;
  }

  /** Does all work and then makes the text indexes that were put off, also where the work fails. */
  private async inBulk<T>(work: () => Promise<T>): Promise<T> {
    const prepare = async (): Promise<void> => {
      if (this.isBulk) await this.store.prepare([], [textIndex]);
    };
    try {
      const result = await work();
      await prepare();
      return result;
    } catch (error) {
      // Where that fails too, whoever opens the store next makes them.
      await prepare().catch(() => undefined);
      throw error;
    }
  }

  private versionAfter(before: number, after: number): number {
    return this.version === undefined || this.version === before ? after : -1;
  }

  private markOf(mark: Omit<StoredMark, 'version'>, version: number): { id: string; properties: StoredMark } {
    return { id: this.digest, properties: { ...mark, version } };
  }
}
