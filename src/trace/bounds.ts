import type { Judged } from './edges';
import { Heap } from './heap';
import { better, worse, type Score } from './rank';
import type { Terrain } from './terrain';

/** How many hops it takes from each node to the nearest of some, at least and up to a limit, if loops did not matter. */
export function distancesTo(
  terrain: Terrain,
  targets: ReadonlySet<string>,
  limit: number,
  allowance: number,
): ReadonlyMap<string, number> {
  const distances = new Map([...targets].map((id) => [id, 0]));
  let frontier = [...targets];
  for (let distance = 1; distance <= limit && frontier.length > 0; distance++) {
    const next: string[] = [];
    for (const id of frontier) {
      for (const { to } of terrain.stepsTo(id, allowance)) {
        if (distances.has(to)) continue;
        distances.set(to, distance);
        if (terrain.isCrossable(to)) next.push(to);
      }
    }
    frontier = next;
  }
  return distances;
}

interface Waiting {
  readonly id: string;
  readonly score: Score;
}

/** The best score that a way from each node to an end may have, if loops and lengths did not matter. */
export function widestTo(
  terrain: Terrain,
  scoreOf: (edge: Judged) => Score,
  allowance: number,
): ReadonlyMap<string, Score> {
  const widest = new Map<string, Score>();
  const heap = new Heap<Waiting>((a, b) => a.score > b.score);
  const reach = (id: string, beyond: Score | undefined): void => {
    for (const { to, edge } of terrain.stepsTo(id, allowance)) {
      if (terrain.ends.to.has(to)) continue;
      const score = beyond === undefined ? scoreOf(edge) : worse(beyond, scoreOf(edge));
      const known = widest.get(to);
      if (known !== undefined && better(known, score) === known) continue;
      widest.set(to, score);
      heap.push({ id: to, score });
    }
  };
  for (const id of terrain.ends.to) reach(id, undefined);
  for (let at = heap.pop(); at !== undefined; at = heap.pop())
    if (at.score === widest.get(at.id) && terrain.isCrossable(at.id)) reach(at.id, at.score);
  return widest;
}
