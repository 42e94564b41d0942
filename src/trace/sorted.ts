import type { Turn } from './turns';

/** So many are sorted at once. */
const run = 512;

/** The same in order, without working longer at once than a search may. Equal ones keep their order. */
export async function sorted<T>(
  items: readonly T[],
  turn: Turn,
  compare: (a: T, b: T) => number = inOrder,
): Promise<readonly T[]> {
  let runs: (readonly T[])[] = [];
  for (let at = 0; at < items.length; at += run) {
    if (at > 0) await turn.next();
    runs.push(items.slice(at, at + run).toSorted(compare));
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(await merge(runs[at]!, runs[at + 1] ?? [], turn, compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge<T>(
  a: readonly T[],
  b: readonly T[],
  turn: Turn,
  compare: (a: T, b: T) => number,
): Promise<readonly T[]> {
  if (b.length === 0) return a;
  const merged: T[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (turn.isOver()) await turn.next();
    const takesFirst = j >= b.length || (i < a.length && compare(a[i]!, b[j]!) <= 0);
    merged.push(takesFirst ? a[i++]! : b[j++]!);
  }
  return merged;
}

const inOrder = (a: unknown, b: unknown): number => (a === b ? 0 : (a as string) < (b as string) ? -1 : 1);
