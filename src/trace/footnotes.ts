/** What a number in an account refers to. */
export interface Footnote {
  readonly number: number;
  readonly claims: readonly string[];
}

/** Numbers what an account refers to; the same claims have one number. */
export class Footnotes {
  private readonly known = new Map<string, Footnote>();

  get all(): readonly Footnote[] {
    return [...this.known.values()];
  }

  numberOf(claims: readonly string[]): number {
    const key = claims.join('\n');
    const note = this.known.get(key) ?? { number: this.known.size + 1, claims };
    this.known.set(key, note);
    return note.number;
  }

  /** The mark that refers to claims; none where there are none. */
  markOf(claims: readonly string[]): string {
    return claims.length === 0 ? '' : ` [${String(this.numberOf(claims))}]`;
  }
}
