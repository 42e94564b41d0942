import { factKinds } from '../../model';
import { checkPageSize, defaultPageSize, type FoundObject } from '../../plan';
import type { Place } from '../../trace';
import { candidatesFor, type Feature } from './match';
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

const queues = new WeakMap<Roster, readonly Pair[]>();

/** The value of `sameAsCandidates`: pairs of which nobody has decided, the most alike first. */
export async function sameAsCandidates(place: Place, args: QueueArguments): Promise<FoundObject> {
  const { model, store, limits, path } = place;
  const first = checkPageSize(`${path}.first`, args.first ?? defaultPageSize, limits);
  const known = new Set(factKinds(model).map(({ name }) => name));
  const kinds = (args.kinds ?? ['Corporation']).filter((kind) => known.has(kind));
  const roster = await rosterOf(model, store, kinds);
  const queue = queues.get(roster) ?? pairsIn(roster);
  queues.set(roster, queue);
  return {
    nodes: queue.slice(0, first).map(({ features, ...pair }) => ({
      ...pair,
      features: features.map((feature) => ({ ...feature })),
    })),
    totalCount: queue.length,
  };
}

function pairsIn(roster: Roster): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { id, spelling } of roster.names)
    for (const { id: other, score, features } of candidatesFor(roster, spelling, roster.countries.get(id))) {
      const key = keyOf([id, other]);
      const isDecided = roster.decisions.between(id, other) !== undefined;
      if (id === other || isDecided || (pairs.get(key)?.score ?? 0) >= score) continue;
      const [one, two] = [id, other].toSorted();
      pairs.set(key, { one: one!, other: two!, score, features });
    }
  return [...pairs.values()].toSorted(
    (a, b) => b.score - a.score || (keyOf([a.one, a.other]) < keyOf([b.one, b.other]) ? -1 : 1),
  );
}

const keyOf = (ids: readonly string[]): string => ids.toSorted().join(' ');
