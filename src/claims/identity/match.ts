import { likenessOf, type Alike, type Likeness } from './likeness';
import type { KnownName, NameKind, Roster } from './roster';
import { spell, type Spelling } from './spelling';

/** One thing that speaks for or against a match, and what it is about. */
export interface Feature {
  readonly kind:
    | NameKind
    | Likeness
    | 'BRACKETS'
    | 'SAME_COUNTRY'
    | 'OTHER_COUNTRY'
    | 'DECIDED_SAME'
    | 'DECIDED_DIFFERENT';
  readonly detail: string;
}

/** Who a spelling may mean. */
export interface Candidate {
  readonly id: string;
  /** From 0 to 1, to two digits. */
  readonly score: number;
  readonly features: readonly Feature[];
}

export type MatchStatus = 'MATCHED' | 'AMBIGUOUS' | 'UNMATCHED';

export interface Match {
  readonly name: string;
  readonly status: MatchStatus;
  /** The best first. */
  readonly candidates: readonly Candidate[];
}

/** One that scores less is not meant, as far as names can tell. */
export const leastForMatch = 0.8;
/** Several of this score may be meant, though one alone would not be. */
const leastForDoubt = 0.75;
/** One that scores less is not worth looking at. */
const leastForCandidate = 0.7;
/**
 * Two that are nearer to each other than this cannot be told apart. A name that is written otherwise needs a greater
 * distance: “Volvo” may be short for AB Volvo and for Volvo Cars.
 */
const margin = { written: 0.08, otherwise: 0.16 } as const;
/** What two names score that are written the same, but for case and accents. */
const writtenTheSame = 0.96;

/** By what a score is multiplied: a former name may be another's by now. */
const weightOf: Readonly<Record<NameKind, number>> = { NAME: 1, ALIAS: 0.99, FORMER_NAME: 0.96 };

/** The same where what stands in brackets had to be left out. */
const weightWithoutBrackets = 0.95;

/** Who a name means, by the names that are known. @param country where its bearer is at home, if that is known */
export function match(roster: Roster, name: string, country?: string): Match {
  const candidates = candidatesFor(roster, spell(name), country);
  return { name, status: statusOf(candidates, roster), candidates: explained(candidates, roster) };
}

/** What curators have decided about the others and the best, told of the others. */
function explained(candidates: readonly Candidate[], { decisions }: Roster): readonly Candidate[] {
  return candidates.map((candidate, at) => {
    const decision = at === 0 ? undefined : decisions.between(candidates[0]!.id, candidate.id);
    if (decision === undefined) return candidate;
    const kind = decision.verdict === 'SAME' ? 'DECIDED_SAME' : 'DECIDED_DIFFERENT';
    return { ...candidate, features: [...candidate.features, { kind, detail: decision.reason }] };
  });
}

/** All whose names are like a spelling, or like it without its brackets, the best first. */
export function candidatesFor(roster: Roster, given: Spelling, country?: string): readonly Candidate[] {
  const best = new Map<string, Candidate>();
  for (const { spelling, inside } of readingsOf(given))
    for (const known of roster.index.near(spelling)) {
      const alike = likenessOf(spelling, known.spelling);
      if (alike === undefined) continue;
      const candidate = candidateOf(known, alike, inside, { home: roster.countries.get(known.id), country });
      const before = best.get(known.id);
      if (before === undefined || before.score < candidate.score) best.set(known.id, candidate);
    }
  return [...best.values()]
    .filter(({ score }) => score >= leastForCandidate)
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** @param given a name as it is written */
function readingsOf(given: Spelling): readonly { spelling: Spelling; inside?: string }[] {
  const { bracketed } = given;
  return [{ spelling: given }, ...(bracketed ? [{ ...bracketed, spelling: bracketed.before }] : [])];
}

/** @param inside what was left out of the name that was given, in brackets */
function candidateOf(
  { id, kind, spelling }: KnownName,
  alike: Alike,
  inside: string | undefined,
  { home, country }: { home: string | undefined; country: string | undefined },
): Candidate {
  const features: Feature[] = [
    { kind, detail: spelling.written },
    { kind: alike.how, detail: detailOf(alike, spelling) },
  ];
  let score = alike.score * weightOf[kind];
  if (inside !== undefined) {
    features.push({ kind: 'BRACKETS', detail: inside });
    score *= weightWithoutBrackets;
  }
  if (country !== undefined && home !== undefined) {
    features.push({ kind: home === country ? 'SAME_COUNTRY' : 'OTHER_COUNTRY', detail: home });
    score = home === country ? Math.min(1, score + 0.05) : score * 0.85;
  }
  return { id, score: Math.round(score * 100) / 100, features };
}

const details: Readonly<Record<Exclude<Likeness, 'CLOSE_SPELLING'>, string>> = {
  EXACT: 'written the same',
  FOLDED: 'the same but for case, accents or punctuation',
  LEGAL_FORM: 'the same but for the legal form',
  SPACING: 'the same but for spaces',
  GENERIC_WORD: 'the same but for a word that many names have',
  ABBREVIATION: 'one is the initials of the other',
  LEADING_WORDS: 'one goes on where the other ends',
};

function detailOf({ how, edits = 0 }: Alike, { words }: Spelling): string {
  if (how !== 'CLOSE_SPELLING') return details[how];
  return `${String(edits)} ${edits === 1 ? 'letter differs' : 'letters differ'} in ${words.join(' ')}`;
}

/** Two that were decided to be the same do not stand in each other's way. */
function statusOf([best, ...others]: readonly Candidate[], { decisions }: Roster): MatchStatus {
  if (best === undefined || best.score < leastForDoubt) return 'UNMATCHED';
  const same = decisions.sameAs(best.id);
  const needed = best.score >= writtenTheSame ? margin.written : margin.otherwise;
  // To the digits that scores have: 0.87 - 0.79 is less than 0.08 by some bits.
  const isRival = ({ id, score }: Candidate): boolean =>
    Math.round((best.score - score) * 100) < needed * 100 && !same.includes(id);
  if (others.some(isRival)) return 'AMBIGUOUS';
  return best.score < leastForMatch ? 'UNMATCHED' : 'MATCHED';
}
