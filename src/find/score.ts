import type { TextRole } from '../model';
import { analysisOf } from './analyses';
import { likenessOfWholes, likenessOfWords, type Likeness, type Part } from './similarity';
import type { NodeText } from './texts';
import { fillers, type Analysed, type Word } from './words';

/** How well a node fits a query, and the text of it that fits best. */
export interface Match {
  /** 0 to 1, in ten-thousandths. */
  readonly score: number;
  readonly text: NodeText;
  readonly pieces: readonly Piece[];
}

/** A part of a text, and whether it is what was looked for. Together they are the whole text. */
interface Piece {
  readonly text: string;
  readonly highlighted: boolean;
}

/** What a text of some role can be worth: the current name the most. */
const worth: Readonly<Record<TextRole, number>> = {
  NAME: 1,
  ALIAS: 0.985,
  CODE: 0.975,
  FORMER_NAME: 0.97,
  PLACE: 0.8,
  DESCRIPTION: 0.5,
};

/** Words found one by one are worth less than a whole, and less where they are of several texts. */
const byWords = { least: 0.7, complete: 0.15, scattered: 0.85 } as const;

/** What fits less is no match. */
const leastScore = 0.2;

interface Examined {
  readonly text: NodeText;
  readonly analysed: Analysed;
  readonly likeness: Likeness;
  readonly words: readonly Likeness[];
}

/** The match of a node with some texts; undefined where none of them fits. */
export function matchOf(asked: Analysed, texts: readonly NodeText[]): Match | undefined {
  const weights = asked.words.map(weightOf);
  const examined = texts.map((text) => examine(asked, weights, text));
  let best: Examined | undefined;
  let score = 0;
  for (const one of examined) {
    const own = worth[one.text.role] * one.likeness.score;
    if (own > score) [best, score] = [one, own];
  }
  const scattered = scatteredScore(weights, examined);
  if (scattered.score > score) [best, score] = [scattered.best, scattered.score];
  if (best === undefined || score < leastScore) return undefined;
  const parts = best.likeness.score > 0 ? best.likeness.parts : best.words.flatMap(({ parts: own }) => own);
  return {
    score: rounded(score),
    text: best.text,
    pieces: piecesOf(best.analysed, parts),
  };
}

/** A score in ten-thousandths. */
export const rounded = (score: number): number => Math.round(score * 10_000) / 10_000;

/** Long words tell more than short ones; characters of dense scripts are worth several letters. */
const weightOf = ({ text, dense }: Word): number =>
  fillers.has(text) ? 0.2 : Math.min(text.length * (dense ? 2.5 : 1), 8) + 2;

function examine(asked: Analysed, weights: readonly number[], text: NodeText): Examined {
  const analysed = analysisOf(text.written);
  const whole = likenessOfWholes(asked, analysed);
  if (text.role === 'CODE')
    return { text, analysed, likeness: whole.score === 1 ? whole : none, words: asked.words.map(() => none) };
  const words = asked.words.map((word) => bestWord(word, analysed));
  const each = likenessByWords(weights, words, analysed);
  return { text, analysed, likeness: each.score > whole.score ? each : whole, words };
}

const none: Likeness = { score: 0, parts: [] };

function bestWord(asked: Word, { words }: Analysed): Likeness {
  let best = none;
  for (const word of words) {
    const own = likenessOfWords(asked, word);
    if (own.score > best.score) best = own;
  }
  return best;
}

/** How alike a text is, word by word: how much of the query it covers, and then how much of it that is. */
function likenessByWords(
  weights: readonly number[],
  words: readonly Likeness[],
  { key }: Analysed,
): Likeness {
  const covered = weighed(
    weights,
    words.map(({ score }) => score),
  );
  const parts = words.flatMap(({ parts: own }) => own);
  const hit = parts.reduce((sum, { from, to }) => sum + to - from, 0);
  const complete = Math.min(hit / Math.max(key.length, 1), 1);
  return { score: covered ** 1.5 * (byWords.least + byWords.complete * complete), parts };
}

const weighed = (weights: readonly number[], scores: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * scores[at]!, 0) /
  weights.reduce((sum, weight) => sum + weight, 0);

/** Each word of the query where it fits best, whichever text that is. Shown is the text that most of it is in. */
function scatteredScore(
  weights: readonly number[],
  examined: readonly Examined[],
): { score: number; best: Examined | undefined } {
  const shares = new Map<Examined, number>();
  const scores = weights.map((weight, at) => {
    let most = 0;
    let holder: Examined | undefined;
    for (const one of examined) {
      const own = one.words[at]!.score * worth[one.text.role];
      if (own > most) [most, holder] = [own, one];
    }
    if (holder !== undefined) shares.set(holder, (shares.get(holder) ?? 0) + weight * most);
    return most;
  });
  if (shares.size < 2) return { score: 0, best: undefined };
  const [best] = [...shares].reduce((a, b) => (b[1] > a[1] ? b : a));
  return { score: weighed(weights, scores) ** 1.5 * byWords.scattered, best };
}

/** The text as it is written, taken apart where what was looked for begins and ends. */
function piecesOf({ written, folded }: Analysed, parts: readonly Part[]): Piece[] {
  const marked = new Set<number>();
  for (const { from, to } of parts)
    for (let at = folded.startOf(from); at < folded.endOf(to - 1); at++) marked.add(at);
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = 1; at <= written.length; at++) {
    if (at < written.length && marked.has(at) === marked.has(from)) continue;
    pieces.push({ text: written.slice(from, at), highlighted: marked.has(from) });
    from = at;
  }
  return pieces;
}
