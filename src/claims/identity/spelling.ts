import { joinedLegalForms, legalForms, plainWords } from '../../find';

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
  /** The name without what stands in brackets at its end, where something does. */
  readonly bracketed: Bracketed | undefined;
}

/** “Ultium Cells (GM, LG Energy Solution)”: parties of a joint venture, an owner or an abbreviation stand beside a name. */
interface Bracketed {
  readonly before: Spelling;
  readonly inside: string;
}

/** They are written without a space before or after a name. */
const anyJoinedForm = new RegExp(
  joinedLegalForms.map((form) => form.replaceAll(/[()]/g, '\\$&')).join('|'),
  'gu',
);

const genericWords = new Set(
  'the group holdings holding international global worldwide usa us america american'.split(' '),
);

export function spell(name: string): Spelling {
  const written = name.normalize('NFC').trim();
  const folded = wordsOf(written);
  const plain = withoutEnds(wordsOf(written.replaceAll(anyJoinedForm, ' ')), legalForms);
  const core = withoutEnds(plain, genericWords);
  return {
    written,
    folded,
    plain,
    core,
    words: core.split(' '),
    initials: [...new Set([initialsOf(folded), initialsOf(plain)])].filter(({ length }) => length >= 3),
    bracketed: bracketedIn(written.replaceAll(anyJoinedForm, ' ').trim()),
  };
}

function bracketedIn(written: string): Bracketed | undefined {
  const [, before, inside] = /^([^(（]*[^(（\s])\s*[(（]([^()（）]+)[)）]$/u.exec(written) ?? [];
  return before === undefined ? undefined : { before: spell(before), inside: inside! };
}

export const joined = (text: string): string => text.replaceAll(' ', '');

/** “and” may be written as a sign, and a form such as “S.A.” with points. */
const wordsOf = (text: string): string =>
  plainWords(text.replaceAll(/[&＆]/gu, ' and ').replaceAll(/(?<=\p{L})\.(?=\p{L})/gu, ''));

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
