import { setTimeout as pause } from 'node:timers/promises';
import { Alike } from './alike';
import type { Path } from './paths';
import type { Place } from './place';
import type { TraceSearch } from './search';
import type { Spending } from './spending';

/** Names are compared with one another once after each change of a graph. Longer than this nobody waits for it, in milliseconds. */
const patience = 5_000;

/** Which nodes may be the same; none where that is not known in time. It is not the search's time, as planning is not. */
export async function alikeIn({ alike }: Place, spending: Spending): Promise<Alike> {
  const began = performance.now();
  const leaving = new AbortController();
  const none = pause(patience, [], { signal: leaving.signal });
  none.catch(() => undefined);
  try {
    return new Alike(await Promise.race([alike(), none]));
  } finally {
    leaving.abort();
    spending.forgive(performance.now() - began);
  }
}

/** The nearest miss of a search. Two that an edge of whatever kind ties are told apart by it, and are not the same. */
export async function nearestMiss(search: TraceSearch, alike: Alike): Promise<Path | undefined> {
  for (;;) {
    const miss = await search.nearestMiss(alike);
    const nodes = miss?.flaws[0]?.nodes;
    if (nodes === undefined || !(await search.areTied(...nodes))) return miss;
    alike.tellApart(...nodes);
  }
}
