import type { TextRole } from '../model';
import { fillers, type Analysed, type Word } from './words';

/**
 * The terms under which a store finds candidates: letters and digits of ASCII only, between blanks, so that every analyser takes
 * them as they are. The first letter tells of what sort a term is. What is found by them is compared anew, by its texts.
 *
 * Of what a node is called: `e` a name as one word, or its initials; `f` its beginning, with any one letter left out; `p` its
 * beginnings; `q` the beginnings of its words; `g` three letters in a row. Of all its words: `w` a word, `v` its beginnings, `g`.
 */
const sizes = {
  /** Of a name as one word, and of a word. */
  whole: 32,
  /** Of the beginning that may lack a letter. */
  fuzzy: 12,
  nameBeginning: 8,
  wordBeginning: 6,
} as const;

/** So many words of a query, and terms of each sort, are looked up. */
const mostWords = 10;
const mostGrams = 40;

/** A text of a node, and what it says of it. */
export interface RoleText {
  readonly role: TextRole;
  readonly text: Analysed;
}

const isCalling = (role: TextRole): boolean => role !== 'PLACE' && role !== 'DESCRIPTION';

/** The terms of what a node is called; empty where nothing of it has letters. */
export function nameTerms(texts: readonly RoleText[]): string {
  const terms = new Set<string>();
  for (const { role, text } of texts) {
    if (!isCalling(role) || text.key === '') continue;
    for (const key of [text.key, text.bareKey, ...text.initials]) terms.add(whole('e', key));
    for (const key of fuzzy(text.key)) terms.add(`f${encode(key)}`);
    for (const key of beginnings(text.key, sizes.nameBeginning)) terms.add(`p${encode(key)}`);
    for (const word of text.words) {
      for (const key of beginnings(word.text, sizes.wordBeginning)) terms.add(`q${encode(key)}`);
      for (const gram of gramsOf(word)) terms.add(`g${encode(gram)}`);
    }
  }
  return [...terms].join(' ');
}

/** The terms of the words of a node. */
export function wordTerms(texts: readonly RoleText[]): string {
  const terms = new Set<string>();
  for (const { role, text } of texts)
    for (const word of text.words) {
      if (fillers.has(word.text)) continue;
      terms.add(whole('w', word.text));
      for (const key of beginnings(word.text, sizes.wordBeginning).slice(2)) terms.add(`v${encode(key)}`);
      if (role === 'PLACE' || word.dense) for (const gram of gramsOf(word)) terms.add(`g${encode(gram)}`);
    }
  return [...terms].join(' ');
}

/** The terms of a query by what nodes are called. */
export function nameQuery({ key, bareKey, words }: Analysed): string[] {
  const first = words.slice(0, mostWords);
  const grams = first.flatMap(gramsOf).slice(0, mostGrams);
  return [
    ...new Set([
      whole('e', key),
      whole('e', bareKey),
      ...fuzzy(key).map((each) => `f${encode(each)}`),
      `p${encode(key.slice(0, sizes.nameBeginning))}`,
      ...first.map(({ text }) => `q${encode(text.slice(0, sizes.wordBeginning))}`),
      ...grams.map((gram) => `g${encode(gram)}`),
    ]),
  ];
}

/** The terms of a query by the words of nodes. Fillers count only where there is nothing else. */
export function wordQuery({ words }: Analysed): string[] {
  const telling = words.filter(({ text }) => !fillers.has(text));
  const first = (telling.length === 0 ? words : telling).slice(0, mostWords);
  return [
    ...new Set([
      ...first.map(({ text }) => whole('w', text)),
      ...first
        .filter(({ text }) => text.length > 2)
        .map(({ text }) => `v${encode(text.slice(0, sizes.wordBeginning))}`),
      ...first
        .flatMap(gramsOf)
        .slice(0, mostGrams)
        .map((gram) => `g${encode(gram)}`),
    ]),
  ];
}

const whole = (sort: string, text: string): string => `${sort}${encode(text.slice(0, sizes.whole))}`;

/** The beginning of a name, and what is left of it when any one of its letters is left out. */
function fuzzy(key: string): string[] {
  const beginning = key.slice(0, sizes.fuzzy);
  if (beginning.length < 3) return [beginning];
  const without = Array.from(beginning, (_, at) => beginning.slice(0, at) + beginning.slice(at + 1));
  return [...new Set([beginning, ...without])];
}

const beginnings = (text: string, longest: number): string[] =>
  Array.from({ length: Math.min(longest, text.length) }, (_, at) => text.slice(0, at + 1));

/** What overlaps in words that are alike: three letters, the ends of the word counted; of dense scripts, two. */
export function gramsOf({ text, dense }: Word): string[] {
  const padded = dense ? text : `_${text}_`;
  const size = dense ? 2 : 3;
  if (padded.length <= size) return [padded];
  return Array.from({ length: padded.length - size + 1 }, (_, at) => padded.slice(at, at + size));
}

/** Other characters than ASCII letters and digits as their code points. */
const encode = (text: string): string =>
  isPlain.test(text)
    ? text
    : text.replace(/[^a-z0-9]/gu, (character) => `x${character.codePointAt(0)!.toString(36)}`);

const isPlain = /^[a-z0-9]*$/;
