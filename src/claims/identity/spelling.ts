/** A name in the forms in which it is compared, from what is written to what is left of it. */
export interface Spelling {
  readonly written: string;
  /** Without case, accents, punctuation and width. */
  readonly folded: string;
  /** Also without its legal form: `toyota motor` of “Toyota Motor Corporation”. */
  readonly plain: string;
  /** Also without words that many names end with, such as “group”. */
  readonly core: string;
  /** The words of the core. */
  readonly words: readonly string[];
  /** The first letters of its words, with and without the legal form; none of fewer than three words. */
  readonly initials: readonly string[];
}

const legalForms = new Set(
  (
    'ab ag as asa bhd bv co company corp corporation dba eg gmbh inc incorporated kg kgaa kk limited llc llp lp ltd ltda mbh nv oy oyj ' +
    'plc pte pty pvt sa sarl sas sdn se spa srl'
  ).split(' '),
);

/** They are written without a space before or after a name. */
const legalFormsOfScripts =
  /株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限責任公司|有限公司|集团|集團|주식회사|㈜|\(주\)/gu;

const genericWords = new Set(
  'the group holdings holding international global worldwide usa us america american'.split(' '),
);

/** Letters that have no accent to leave out. */
const letters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', đ: 'd', ł: 'l', æ: 'ae', œ: 'oe' };

export function spell(name: string): Spelling {
  const written = name.normalize('NFC').trim();
  const folded = fold(written);
  const plain = withoutEnds(fold(written.replaceAll(legalFormsOfScripts, ' ')), legalForms);
  const core = withoutEnds(plain, genericWords);
  return {
    written,
    folded,
    plain,
    core,
    words: core.split(' '),
    initials: [...new Set([initialsOf(folded), initialsOf(plain)])].filter(({ length }) => length >= 3),
  };
}

export const joined = (text: string): string => text.replaceAll(' ', '');

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[ßøđłæœ]/gu, (letter) => letters[letter]!)
    .replaceAll('&', ' and ')
    .replaceAll(/['’.]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Without such words at its beginning and end, unless nothing would be left. */
function withoutEnds(text: string, words: ReadonlySet<string>): string {
  const left = text.split(' ');
  while (left.length > 1 && words.has(left.at(-1)!)) left.pop();
  while (left.length > 1 && words.has(left[0]!)) left.shift();
  return left.join(' ');
}

function initialsOf(text: string): string {
  const words = text.split(' ');
  return words.length < 3 ? '' : words.map((word) => word[0]).join('');
}
