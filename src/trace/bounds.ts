import type { Judged, Step } from './edges';
import { Heap } from './heap';
import { better, worse, type Score } from './rank';
import type { Terrain } from './terrain';

/**
 * How many hops it takes from each node to the nearest of some, at least and up to a limit, if loops did not matter. From a node to
 * one that may be the same it takes none, where flaws are allowed.
 */
export async function distancesTo(
  terrain: Terrain,
  targets: ReadonlySet<string>,
  limit: number,
  allowance: number,
): Promise<ReadonlyMap<string, number>> {
  const distances = new Map<string, number>();
  const set = (id: string, distance: number, next: string[]): void => {
    if (distances.has(id)) return;
    distances.set(id, distance);
    const isWalked = targets.has(id) || terrain.isCrossable(id);
    if (isWalked) next.push(id);
    if (isWalked && allowance > 0) for (const other of terrain.alike.of(id)) set(other, distance, next);
  };
  let frontier: string[] = [];
  for (const id of targets) set(id, 0, frontier);
  for (let distance = 1; distance <= limit && frontier.length > 0; distance++) {
    const next: string[] = [];
    const reach = ({ to }: Step): void => {
      set(to, distance, next);
    };
    for (const id of frontier) await terrain.eachStepTo(id, allowance, reach);
    frontier = next;
  }
  return distances;
}

interface Waiting {
  readonly id: string;
  readonly score: Score;
}

/** The best score that a way from each node to an end may have, if loops and lengths did not matter. */
export async function widestTo(
  terrain: Terrain,
  scoreOf: (edge: Judged) => Score,
  allowance: number,
): Promise<ReadonlyMap<string, Score>> {
  const widest = new Map<string, Score>();
  const heap = new Heap<Waiting>((a, b) => a.score > b.score);
  const reach = (id: string, beyond: Score | undefined): Promise<void> =>
    terrain.eachStepTo(id, allowance, ({ to, edge }) => {
      if (terrain.ends.to.has(to)) return;
      const score = beyond === undefined ? scoreOf(edge) : worse(beyond, scoreOf(edge));
      const known = widest.get(to);
      if (known !== undefined && better(known, score) === known) return;
      widest.set(to, score);
      heap.push({ id: to, score });
    });
  for (const id of terrain.ends.to) await reach(id, undefined);
  for (let at = heap.pop(); at !== undefined; at = heap.pop()) {
    if (terrain.turn.isOver()) await terrain.turn.next();
    if (at.score === widest.get(at.id) && terrain.isCrossable(at.id)) await reach(at.id, at.score);
  }
  return widest;
}
