import { factKinds, type GraphModel } from '../../model';
import { checkPageSize, defaultPageSize, type FoundObject } from '../../plan';
import type { AlikePair, Place, SharedStore, Turn } from '../../trace';
import { candidatesFor, leastForMatch, type Feature } from './match';
import { rosterOf, type Roster } from './roster';

/** The arguments of `sameAsCandidates` as the schema coerces them. */
export interface QueueArguments {
  readonly kinds?: readonly string[] | null;
  readonly first?: number | null;
}

/** Two that may be one, and what speaks for it. */
interface Pair {
  readonly one: string;
  readonly other: string;
  readonly score: number;
  readonly features: readonly Feature[];
}

const queues = new WeakMap<Roster, Promise<readonly Pair[]>>();

/** The value of `sameAsCandidates`: pairs of which nobody has decided, the most alike first. */
export async function sameAsCandidates(place: Place, args: QueueArguments): Promise<FoundObject> {
  const { model, store, limits, path } = place;
  const first = checkPageSize(`${path}.first`, args.first ?? defaultPageSize, limits);
  const known = new Set(factKinds(model).map(({ name }) => name));
  const kinds = (args.kinds ?? ['Corporation']).filter((kind) => known.has(kind));
  const roster = await rosterOf(model, store, kinds);
  const queue = await queueOf(roster, store);
  return {
    nodes: queue.slice(0, first).map(({ features, ...pair }) => ({
      ...pair,
      features: features.map((feature) => ({ ...feature })),
    })),
    totalCount: queue.length,
  };
}

/**
 * The companies that may be the same, as far as `resolve` would take the one for the other, and of which nobody has decided. For a
 * model in which it is not told who is who: none.
 */
export async function alikeCompanies(model: GraphModel, store: SharedStore): Promise<readonly AlikePair[]> {
  const kinds = new Set(model.kinds.map(({ name }) => name));
  if (!['Corporation', 'IdentityEvent', 'Decision'].every((name) => kinds.has(name))) return [];
  const shared = store.forAll;
  const roster = await rosterOf(model, shared, ['Corporation']);
  const queue = await queueOf(roster, shared);
  // The first feature is the name that is like, the second in what way.
  return queue
    .filter(({ score }) => score >= leastForMatch)
    .map((pair) => ({ ...pair, why: pair.features[1]!.detail }));
}

/** The pairs of a roster, found once for all who ask. */
async function queueOf(roster: Roster, store: SharedStore): Promise<readonly Pair[]> {
  const queue = queues.get(roster) ?? pairsIn(roster, store.forAll.turn);
  queues.set(roster, queue);
  return queue;
}

async function pairsIn(roster: Roster, turn: Turn): Promise<readonly Pair[]> {
  const pairs = new Map<string, Pair>();
  for (const { id, spelling } of roster.index.names) {
    if (turn.isOver()) await turn.next();
    for (const { id: other, score, features } of candidatesFor(roster, spelling, roster.countries.get(id))) {
      const key = keyOf([id, other]);
      const isDecided = roster.decisions.between(id, other) !== undefined;
      if (id === other || isDecided || (pairs.get(key)?.score ?? 0) >= score) continue;
      const [one, two] = [id, other].toSorted();
      pairs.set(key, { one: one!, other: two!, score, features });
    }
  }
  return [...pairs.values()].toSorted(
    (a, b) => b.score - a.score || (keyOf([a.one, a.other]) < keyOf([b.one, b.other]) ? -1 : 1),
  );
}

const keyOf = (ids: readonly string[]): string => ids.toSorted().join(' ');
