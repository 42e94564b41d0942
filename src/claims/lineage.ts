import { idSeparator, originMark } from '../model';
import type { ClaimRecord, SourceRecord } from './evidence';

/** What claims rest on that name the same sources and parties. */
interface Basis {
  readonly ids: ReadonlySet<string>;
  /** The ids in order, those that are origins with a mark. */
  readonly text: string;
  readonly isOriginal: boolean;
}

/** Who repeats whom, and who speaks first-hand. */
export class Lineage {
  private readonly sources: ReadonlyMap<string, SourceRecord>;
  /** The sources in which a party speaks. */
  private readonly byParty = new Map<string, string[]>();
  /** What was found of claims that name the same: most name one of a few sources. */
  private readonly bases = new Map<string, Basis>();

  constructor(sources: readonly SourceRecord[]) {
    this.sources = new Map(sources.map((source) => [source.id, source]));
    for (const { id, party } of sources) {
      if (party !== undefined) this.byParty.set(party, [...(this.byParty.get(party) ?? []), id]);
    }
  }

  /** When a source was published; the empty text, which is before all dates, where that is not known. */
  published(source: string): string {
    return this.sources.get(source)?.published ?? '';
  }

  /**
   * How many origins stand behind claims that say the same: ten articles that cite one newspaper are one. Claims that
   * have any source in common, be it through those that they cite, count as one; those that lead to no origin, because
   * nobody knows what they rest on, as none.
   */
  independentOrigins(claims: readonly ClaimRecord[]): number {
    const bases = new Set(claims.map((claim) => this.basisOf(claim)));
    if (bases.size === 1) return [...bases].filter(({ isOriginal }) => isOriginal).length;
    const groups: Set<string>[] = [];
    for (const { ids } of bases) {
      const sources = new Set(ids);
      const related = groups.filter((group) => [...sources].some((source) => group.has(source)));
      for (const group of related) {
        for (const source of group) sources.add(source);
        groups.splice(groups.indexOf(group), 1);
      }
      groups.push(sources);
    }
    return groups.filter((group) => [...group].some((id) => this.isOrigin(id))).length;
  }

  /** What a claim rests on, in a text of ids; those that are origins are marked. */
  textBehind(claim: ClaimRecord): string {
    return this.basisOf(claim).text;
  }

  private basisOf({ source, attributedTo }: ClaimRecord): Basis {
    const named = attributedTo.length > 0 ? attributedTo : [source];
    const key = named.length === 1 ? named[0]! : named.join(idSeparator);
    const known = this.bases.get(key);
    if (known !== undefined) return known;
    const ids = this.behind(named);
    const text = [...ids]
      .toSorted()
      .map((id) => (this.isOrigin(id) ? `${id}${originMark}` : id))
      .join(idSeparator);
    const basis = { ids, text, isOriginal: [...ids].some((id) => this.isOrigin(id)) };
    this.bases.set(key, basis);
    return basis;
  }

  /**
   * What a claim rests on: the sources and parties it is attributed to, or else its own source, and all that these cite.
   * A party stands for itself and for the sources in which it speaks.
   */
  private behind(named: readonly string[]): ReadonlySet<string> {
    const behind = new Set<string>();
    const add = (id: string): void => {
      if (behind.has(id)) return;
      behind.add(id);
      this.sources.get(id)?.cites.forEach(add);
    };
    for (const id of named) [id, ...(this.byParty.get(id) ?? [])].forEach(add);
    return behind;
  }

  /** A source that speaks first-hand; or a party, which is no source, and whose word is its own. */
  private isOrigin(id: string): boolean {
    const source = this.sources.get(id);
    return source === undefined || source.lineage === 'ORIGINAL';
  }
}
