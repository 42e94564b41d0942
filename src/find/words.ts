import { fold, type Folded } from './fold';
import { joinedLegalForms, legalForms } from './legal-forms';

/** A word of a text, folded. */
export interface Word {
  readonly text: string;
  /** Where it begins in the folded text. */
  readonly at: number;
  /** Whether it is of a script that puts several words into one, as Chinese does, or few letters, as Hangul. */
  readonly dense: boolean;
}

/** A text in the forms in which it is compared with another. */
export interface Analysed {
  readonly written: string;
  readonly folded: Folded;
  readonly words: readonly Word[];
  /** Those that do not say of what legal form a company is. */
  readonly bare: readonly Word[];
  /** All words as one. */
  readonly key: string;
  /** The bare words as one; where there are none, all. */
  readonly bareKey: string;
  /** What the words begin with, where there are several: `ppes`, and for words in capitals the whole of them: `lges`. */
  readonly initials: readonly string[];
}

/** A name of kana and another in ideographs beside it are two words: トヨタ 自動車. */
const denseScripts = ['\\p{sc=Han}々', '\\p{sc=Hira}\\p{sc=Kana}ー', '\\p{sc=Hang}'];
const anyDense = `[${denseScripts.join('')}]`;
const wordPattern = new RegExp(
  [...denseScripts.map((script) => `[${script}]+`), `(?:(?!${anyDense})[\\p{L}\\p{N}])+`].join('|'),
  'gu',
);
const dense = new RegExp(anyDense, 'u');

/** Words that companies have behind their names, and that people leave out. */
const leftOut: ReadonlySet<string> = new Set([...legalForms, ...joinedLegalForms, 'group']);

/** Words that tell little of what somebody looks for. */
export const fillers: ReadonlySet<string> = new Set(
  'a an and at by company de factory for from in its la le of on or plant the to und with'.split(' '),
);

export function analyse(written: string): Analysed {
  const folded = fold(withoutApostrophes(written));
  const words = wordsIn(folded);
  const key = words.map(({ text }) => text).join('');
  const bare = words.filter(({ text }) => !leftOut.has(text));
  const bareKey = bare.map(({ text }) => text).join('') || key;
  return { written, folded, words, bare, key, bareKey, initials: initialsOf(written, folded, bare) };
}

/** The words of a name and nothing else, folded, a blank between them. */
export const plainWords = (written: string): string =>
  wordsIn(fold(withoutApostrophes(written)))
    .map(({ text }) => text)
    .join(' ');

const wordsIn = ({ text: folded }: Folded): readonly Word[] =>
  [...folded.matchAll(wordPattern)].map(({ 0: text, index }) => ({
    text,
    at: index,
    dense: dense.test(text),
  }));

/** `Japan's` is a word; the apostrophe becomes a mark, which folding takes off, so that offsets stay. */
const withoutApostrophes = (text: string): string => text.replace(/(?<=\p{L})['’](?=\p{L})/gu, '\u0301');

function initialsOf(written: string, folded: Folded, words: readonly Word[]): string[] {
  const named = words.filter(({ text, dense: isDense }) => !isDense && !fillers.has(text));
  // What has a comma or a bracket is put together of a name and more.
  if (named.length < 2 || /[,:;()]/.test(written)) return [];
  const isShout = ({ text, at }: Word): boolean => {
    const original = written.slice(folded.startOf(at), folded.endOf(at + text.length - 1));
    return original.length <= 4 && /^\p{Lu}+$/u.test(original);
  };
  const first = named.map(({ text }) => text[0]!).join('');
  const mixed = named.map((word) => (isShout(word) ? word.text : word.text[0]!)).join('');
  return [...new Set([first, mixed])];
}
