import type { Edge, Step } from './edges';
import { Footnotes, type Footnote } from './footnotes';

export interface Account {
  /** `Toyota owns Primearth since 2024 [1]; …` */
  readonly text: string;
  readonly footnotes: readonly Footnote[];
  /** Of each hop, or each stake in a chain, the number of its footnote. */
  readonly numbers: readonly number[];
}

/**
 * A path in words: a sentence for each hop, in the direction of its edge. Hops that rest on the same claims share a
 * footnote.
 */
export function accountOf(steps: readonly Step[], nameOf: (id: string) => string): Account {
  const notes = new Footnotes();
  const numbers = steps.map(({ edge }) => notes.numberOf(edge.claimIds));
  const sentences = steps.map(({ edge }, at) => `${sentenceOf(edge, nameOf)} [${String(numbers[at])}]`);
  return { text: `${sentences.join('; ')}.`, footnotes: notes.all, numbers };
}

/** `Toyota participates in PPES since 2020-04 until 2024-03`. */
export function sentenceOf({ type, from, to, since, until }: Edge, nameOf: (id: string) => string): string {
  const span = [since === undefined ? '' : ` since ${since}`, until === undefined ? '' : ` until ${until}`];
  return `${nameOf(from)} ${verbOf(type)} ${nameOf(to)}${span.join('')}`;
}

/** A type of edge reads as its sentence does: OWNS, PARTICIPATES_IN; a participle or a bare preposition needs `is`. */
function verbOf(type: string): string {
  const words = type.toLowerCase().replaceAll('_', ' ');
  return /(?:^| )by$|ed in$|^of$|^for$/.test(words) ? `is ${words}` : words;
}
