import type { FoundObject } from '../plan';

/** Two nodes that may be one and the same, and what speaks for it. */
export interface AlikePair extends FoundObject {
  readonly one: string;
  readonly other: string;
  /** In what way their names are alike: `written the same`. */
  readonly why: string;
}

/** Which nodes may be the same as which: both ways, and nothing follows over a third. */
export class Alike {
  private readonly pairs = new Map<string, Map<string, AlikePair>>();

  constructor(pairs: Iterable<AlikePair> = []) {
    for (const pair of pairs) {
      this.add(pair.one, pair.other, pair);
      this.add(pair.other, pair.one, pair);
    }
  }

  /** Those that a node may be the same as. */
  of(id: string): Iterable<string> {
    return this.pairs.get(id)?.keys() ?? [];
  }

  pair(one: string, other: string): AlikePair | undefined {
    return this.pairs.get(one)?.get(other);
  }

  tellApart(one: string, other: string): void {
    this.pairs.get(one)?.delete(other);
    this.pairs.get(other)?.delete(one);
  }

  private add(of: string, other: string, pair: AlikePair): void {
    const known = this.pairs.get(of);
    if (known === undefined) this.pairs.set(of, new Map([[other, pair]]));
    else known.set(other, pair);
  }
}
