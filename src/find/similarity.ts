import { distances } from './edit-distance';
import { gramsOf } from './terms';
import type { Analysed, Word } from './words';

/** How alike a part of a text is to what is looked for, 0 to 1, and which part: offsets in the folded text. */
export interface Likeness {
  readonly score: number;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly from: number;
  readonly to: number;
}

const unlike: Likeness = { score: 0, parts: [] };

/** So many mistakes are forgiven in a word of some length. */
function forgiven({ length }: string, dense: boolean): number {
  if (dense) return length < 3 ? 0 : length < 8 ? 1 : 2;
  if (length < 4) return 0;
  return length < 6 ? 1 : length < 12 ? 2 : 3;
}

/** How alike a word of a query is to a word of a text. */
export function likenessOfWords(asked: Word, word: Word): Likeness {
  const part = (length: number): readonly Part[] => [{ from: word.at, to: word.at + length }];
  const whole = part(word.text.length);
  if (asked.text === word.text) return { score: 1, parts: whole };
  if (word.text.startsWith(asked.text))
    return { score: 0.85 + (0.1 * asked.text.length) / word.text.length, parts: part(asked.text.length) };
  const most = forgiven(asked.text, asked.dense);
  if (most > 0) {
    const { whole: mistakes, prefix } = distances(asked.text, word.text, most);
    if (mistakes <= most) return { score: 0.88 - 0.1 * mistakes, parts: whole };
    if (prefix <= most && asked.text.length > 3)
      return { score: 0.74 - 0.1 * prefix, parts: part(Math.min(asked.text.length, word.text.length)) };
  }
  return likenessOfParts(asked, word, whole);
}

/** Where one word is within the other, or they have much in common. */
function likenessOfParts(asked: Word, word: Word, whole: readonly Part[]): Likeness {
  const [a, b] = [asked.text, word.text];
  const at = b.indexOf(a);
  if (at > 0 && a.length >= (asked.dense ? 2 : 4))
    return { score: 0.62, parts: [{ from: word.at + at, to: word.at + at + a.length }] };
  if (b.length >= (word.dense ? 2 : 4) && a.includes(b))
    return { score: 0.5 + (0.2 * b.length) / a.length, parts: whole };
  return asked.dense && word.dense ? likenessOfDense(asked, word, whole) : unlike;
}

/** Where a word of a dense script is another shortened, or has much in common with it. */
function likenessOfDense(asked: Word, word: Word, whole: readonly Part[]): Likeness {
  if (isShortenedFrom(asked.text, word.text)) return { score: 0.6, parts: whole };
  if (asked.text.length < 4 || word.text.length < 4) return unlike;
  const shared = overlap(gramsOf(asked), gramsOf(word));
  return shared < 0.5 ? unlike : { score: 0.7 * shared, parts: whole };
}

/** Names of dense scripts are shortened by leaving syllables out: 현대차 is 현대자동차. */
function isShortenedFrom(short: string, long: string): boolean {
  if (short.length < 3 || short.slice(0, 2) !== long.slice(0, 2)) return false;
  let at = 0;
  for (const letter of short) {
    at = long.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Of the grams of two words, how many are of both: Dice's coefficient. */
function overlap(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  let shared = 0;
  for (const gram of a) {
    const at = left.indexOf(gram);
    if (at < 0) continue;
    left.splice(at, 1);
    shared++;
  }
  return (2 * shared) / (a.length + b.length);
}

/** How alike two texts are, as a whole: the same, one the beginning of the other, or the same but for mistakes. */
export function likenessOfWholes(asked: Analysed, text: Analysed): Likeness {
  const whole = partsOf(text.words);
  if (asked.key === text.key) return { score: 1, parts: whole };
  const bare = partsOf(text.bareKey === text.key ? text.words : text.bare);
  if (asked.bareKey === text.bareKey) return { score: 0.985, parts: bare };
  if (asked.words.length === 1 && asked.key.length > 1 && text.initials.includes(asked.key))
    return { score: 0.93, parts: whole };
  if (text.key.startsWith(asked.key)) {
    const score = 0.8 + (0.15 * asked.key.length) / text.key.length;
    return { score, parts: beginningOf(text.words, asked.key.length) };
  }
  return misspelt(asked, text, bare);
}

function misspelt(asked: Analysed, text: Analysed, whole: readonly Part[]): Likeness {
  const isDense = asked.words.some(({ dense }) => dense);
  const most = forgiven(asked.bareKey, isDense);
  if (most > 0 && Math.abs(asked.bareKey.length - text.bareKey.length) <= most) {
    const { whole: mistakes } = distances(asked.bareKey, text.bareKey, most);
    const share = mistakes / asked.bareKey.length;
    if (mistakes <= most) return { score: 0.95 - 0.75 * share, parts: whole };
  }
  const at = asked.key.length < (isDense ? 2 : 4) ? -1 : text.key.indexOf(asked.key);
  if (at < 0) return unlike;
  const score = 0.62 + (0.15 * asked.key.length) / text.key.length;
  return { score, parts: beginningOf(text.words, at + asked.key.length, at) };
}

const partsOf = (words: readonly Word[]): Part[] =>
  words.map(({ at, text }) => ({ from: at, to: at + text.length }));

/** The parts of words that make the letters of all of them as one, from `from` up to `to`. */
function beginningOf(words: readonly Word[], to: number, from = 0): Part[] {
  const parts: Part[] = [];
  let before = 0;
  for (const { at, text } of words) {
    const start = Math.max(from - before, 0);
    const end = Math.min(to - before, text.length);
    if (start < end) parts.push({ from: at + start, to: at + end });
    before += text.length;
  }
  return parts;
}
