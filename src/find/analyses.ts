import { analyse, type Analysed } from './words';

/** More texts than this are forgotten, all of them. */
const mostKept = 20_000;

const kept = new Map<string, Analysed>();

/** The analysis of a text of a node: what is found once is found again soon. */
export function analysisOf(written: string): Analysed {
  const known = kept.get(written);
  if (known !== undefined) return known;
  if (kept.size >= mostKept) kept.clear();
  const made = analyse(written);
  kept.set(written, made);
  return made;
}
