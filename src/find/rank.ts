import type { GraphModel } from '../model';
import { matchOf, rounded, type Match } from './score';
import type { NodeText } from './texts';
import type { Analysed } from './words';

/** A node that fits a query, and its place among all that do. */
export interface Ranked {
  readonly id: string;
  readonly match: Match;
  readonly place: RankPlace;
}

/** The score, the number of its kind, the length of the text, the id. */
export type RankPlace = readonly [score: number, kind: number, length: number, id: string];

/** What is called after something else is looked for less than that. */
const worthOfAbout = 0.9;

/**
 * The nodes that fit, in the one order of all stores: the best score first, then the order of kinds in the model, then the
 * shorter text, then the id.
 */
export function rank(
  model: GraphModel,
  asked: Analysed,
  texts: ReadonlyMap<string, readonly NodeText[]>,
): Ranked[] {
  const ranked: Ranked[] = [];
  for (const [id, own] of texts) {
    const match = matchOf(asked, formerOnes(own));
    if (match === undefined) continue;
    const kind = model.kindOfId(id)!;
    const score = kind.about ? rounded(match.score * worthOfAbout) : match.score;
    const place = [score, model.kinds.indexOf(kind), match.text.written.length, id] as const;
    ranked.push({ id, match: { ...match, score }, place });
  }
  return ranked.sort((a, b) => comparePlaces(a.place, b.place));
}

/** Negative where the first comes first. */
export function comparePlaces(a: RankPlace, b: RankPlace): number {
  if (a[0] !== b[0]) return b[0] - a[0];
  if (a[1] !== b[1]) return a[1] - b[1];
  if (a[2] !== b[2]) return a[2] - b[2];
  return a[3] < b[3] ? -1 : Number(a[3] > b[3]);
}

/** A former name that is among the aliases as well is a former name. The current name is the current name. */
function formerOnes(texts: readonly NodeText[]): readonly NodeText[] {
  const former = new Set(texts.flatMap(({ role, written }) => (role === 'FORMER_NAME' ? [written] : [])));
  const current = new Set(texts.flatMap(({ role, written }) => (role === 'NAME' ? [written] : [])));
  return texts.filter(
    ({ role, written }) =>
      !(role === 'ALIAS' && former.has(written)) && !(role === 'FORMER_NAME' && current.has(written)),
  );
}
