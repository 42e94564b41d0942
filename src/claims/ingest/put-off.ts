import type { GraphModel } from '../../model';
import { referencesOf, type LocatedRecord, type Reference } from './record';

/** A record and its number in the stream. */
export interface Placed {
  readonly record: LocatedRecord;
  readonly at: number;
}

interface Waiting extends Placed {
  /** What it refers to that is not there. */
  readonly ids: readonly string[];
}

/**
 * Records that were read before what they refer to. They wait in memory: whoever wants little of it has a stream name
 * things before it speaks of them.
 */
export class PutOff {
  private waiting: readonly Waiting[] = [];

  constructor(private readonly model: GraphModel) {}

  /** The number of the first of them. */
  get first(): number {
    return this.waiting.reduce((least, { at }) => Math.min(least, at), Infinity);
  }

  add(waiting: readonly Waiting[]): void {
    this.waiting = [...this.waiting, ...waiting];
  }

  /** Takes out those that refer to any of these records, and those that refer to them in turn. */
  due(records: readonly LocatedRecord[]): readonly Placed[] {
    if (this.waiting.length === 0) return [];
    const ids = new Set(records.map(({ row }) => row.id));
    // A later record of the same id takes its place.
    let left = this.waiting.filter(({ record }) => !ids.has(record.row.id));
    const due: Placed[] = [];
    for (;;) {
      const found = left.filter((each) => each.ids.some((id) => ids.has(id)));
      if (found.length === 0) break;
      for (const each of found) ids.add(each.record.row.id);
      due.push(...found);
      left = left.filter((each) => !found.includes(each));
    }
    this.waiting = left;
    return due.toSorted((a, b) => a.at - b.at);
  }

  /** What those that are left refer to in vain. */
  left(): readonly (Reference & { readonly record: LocatedRecord })[] {
    return this.waiting.flatMap(({ record, ids }) =>
      referencesOf(this.model, record)
        .filter(({ id }) => ids.includes(id))
        .map((reference) => ({ ...reference, record })),
    );
  }
}
