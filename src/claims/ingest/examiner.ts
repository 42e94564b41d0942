import type { GraphModel } from '../../model';
import type { GraphStore } from '../../store';
import { compare } from './comparison';
import { Doubts } from './doubts';
import { PartReader, type Run } from './part-reader';
import type { LocatedRecord } from './record';
import type { Stage } from './run-through';
import { KnownGraph } from './surroundings';

/** Compares batches with the store and with each other, and writes nothing. It remembers the ids of all records that fit. */
export class Examiner implements Stage {
  private readonly seen = new Set<string>();
  private readonly reader: PartReader;
  private readonly doubts: Doubts;

  constructor(
    private readonly model: GraphModel,
    store: GraphStore,
  ) {
    const run: Run = (statement) => store.read(statement);
    this.reader = new PartReader(model, run);
    this.doubts = new Doubts(model, run, async () => {
      const known = new KnownGraph(model);
      await known.refresh(0, run);
      return known.decided;
    });
  }

  async take(records: readonly LocatedRecord[]): ReturnType<Stage['take']> {
    const findExisting = async (ids: readonly string[]): Promise<(id: string) => boolean> => {
      const stored = await this.reader.names(ids.filter((id) => !this.seen.has(id)));
      for (const id of stored.keys()) this.seen.add(id);
      return (id) => this.seen.has(id);
    };
    const comparison = await compare(this.model, records, this.reader, findExisting, this.doubts);
    for (const { row } of comparison.changed) this.seen.add(row.id);
    return { comparison, put: 0, dropped: 0 };
  }
}
