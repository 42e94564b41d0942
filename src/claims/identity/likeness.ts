import { distances } from '../../find';
import { joined, type Spelling } from './spelling';

/** In what way two names are alike. */
export type Likeness =
  | 'EXACT'
  | 'FOLDED'
  | 'LEGAL_FORM'
  | 'SPACING'
  | 'GENERIC_WORD'
  | 'ABBREVIATION'
  | 'CLOSE_SPELLING'
  | 'LEADING_WORDS';

export interface Alike {
  readonly how: Likeness;
  /** From 0 to 1. */
  readonly score: number;
  /** How many letters differ, for a close spelling. */
  readonly edits?: number;
}

/** In what way a spelling is like a known name, at its best; undefined where it is not. */
export function likenessOf(given: Spelling, known: Spelling): Alike | undefined {
  const rule = rules.find(({ holds }) => holds(given, known));
  return rule ?? closeSpelling(given, known) ?? leadingWords(given, known);
}

interface Rule extends Alike {
  readonly holds: (given: Spelling, known: Spelling) => boolean;
}

const rules: readonly Rule[] = [
  { how: 'EXACT', score: 1, holds: (a, b) => a.written === b.written },
  { how: 'FOLDED', score: 0.98, holds: (a, b) => a.folded === b.folded },
  { how: 'LEGAL_FORM', score: 0.95, holds: (a, b) => a.plain === b.plain },
  { how: 'SPACING', score: 0.93, holds: (a, b) => joined(a.plain) === joined(b.plain) },
  { how: 'GENERIC_WORD', score: 0.87, holds: (a, b) => joined(a.core) === joined(b.core) },
  { how: 'ABBREVIATION', score: 0.82, holds: (a, b) => abbreviates(a, b) || abbreviates(b, a) },
];

const abbreviates = (short: Spelling, long: Spelling): boolean => long.initials.includes(joined(short.plain));

/** Word by word: short words must be the same, since two of them differ by a letter where two companies do. */
function closeSpelling(given: Spelling, known: Spelling): Alike | undefined {
  if (given.words.length !== known.words.length) return undefined;
  let edits = 0;
  for (const [at, word] of given.words.entries()) {
    const other = known.words[at]!;
    const most = editsAllowed(Math.max(word.length, other.length));
    const { whole: own } = distances(word, other, most);
    if (own > most) return undefined;
    edits += own;
  }
  const length = Math.max(joined(given.core).length, joined(known.core).length);
  return { how: 'CLOSE_SPELLING', score: 0.95 * (1 - edits / length), edits };
}

const editsAllowed = (length: number): number => (length <= 4 ? 0 : length <= 8 ? 1 : 2);

/** One name goes on where the other ends: “Volvo” and “Volvo Cars”. */
function leadingWords(given: Spelling, known: Spelling): Alike | undefined {
  const [short, long] =
    given.words.length < known.words.length ? [given.words, known.words] : [known.words, given.words];
  if (short.length === long.length || short.some((word, at) => word !== long[at])) return undefined;
  // What is left out may go without saying; what is added may tell it from the other.
  return { how: 'LEADING_WORDS', score: short === given.words ? 0.79 : 0.71 };
}
