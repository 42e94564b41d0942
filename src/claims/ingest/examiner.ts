import type { GraphModel } from '../../model';
import type { GraphStore } from '../../store';
import { compare } from './comparison';
import { PartReader } from './part-reader';
import type { LocatedRecord } from './record';
import type { Stage } from './run-through';

/** Compares batches with the store and with each other, and writes nothing. It remembers the ids of all records that fit. */
export class Examiner implements Stage {
  private readonly seen = new Set<string>();
  private readonly reader: PartReader;

  constructor(
    private readonly model: GraphModel,
    store: GraphStore,
  ) {
    this.reader = new PartReader(model, (statement) => store.read(statement));
  }

  async take(records: readonly LocatedRecord[]): ReturnType<Stage['take']> {
    const comparison = await compare(this.model, records, this.reader, async (ids) => {
      const stored = await this.reader.names(ids.filter((id) => !this.seen.has(id)));
      for (const id of stored.keys()) this.seen.add(id);
      return (id) => this.seen.has(id);
    });
    for (const { row } of comparison.changed) this.seen.add(row.id);
    return { comparison, put: 0, dropped: 0 };
  }
}
