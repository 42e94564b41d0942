/** A text as it is compared: width, case, accents and the two kana do not count. */
export interface Folded {
  readonly text: string;
  /** The UTF-16 offsets, in the text as it was written, of where a character of the folded one begins and ends. */
  startOf(at: number): number;
  endOf(at: number): number;
}

/** A character with all that combines with it; half-width kana have their voicing marks as characters of their own. */
const clusters = /[^][\p{M}\uFF9E\uFF9F]*/gu;

/** Letters that Unicode does not take apart into a plain one and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};

/** A mark of one of these is part of the letter: ガ is not カ, and a syllable of Hangul is not its first sound. */
const wholeLetters = /[\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;

export function fold(text: string): Folded {
  if (isPlain.test(text)) return { text: text.toLowerCase(), startOf: (at) => at, endOf: (at) => at + 1 };
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(clusters)) {
    const own = foldCluster(cluster);
    folded += own;
    for (let at = 0; at < own.length; at++) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
  }
  return { text: folded, startOf: (at) => starts[at]!, endOf: (at) => ends[at]! };
}

/** Most texts are of ASCII, where a letter is a character. */
const isPlain = /^[\x20-\x7E]*$/;

function foldCluster(cluster: string): string {
  if (cluster >= 'a' && cluster <= 'z' && cluster.length === 1) return cluster;
  const plain = cluster.normalize('NFKC').toLowerCase();
  if (wholeLetters.test(plain)) return plain.replace(/[ぁ-ゖ]/g, asKatakana);
  return plain
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðłıþ]/g, (letter) => plainLetters[letter]!);
}

const asKatakana = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) + 0x60);
