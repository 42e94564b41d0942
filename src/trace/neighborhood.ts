import { AnodeErrors, badInput } from '../errors';
import { checkPageSize, defaultPageSize, type FoundObject } from '../plan';
import { reportOf } from './found';
import { linksOf } from './links';
import { budgetOf, checkNamed, conditionsOf, type Place } from './place';
import { checkBudget, checkRange, type Budget, type Conditions } from './request';
import { sorted } from './sorted';
import { Spread } from './spread';

export interface NeighborhoodArguments {
  readonly of: readonly string[];
  readonly hops: number;
  readonly where?: Conditions | null;
  readonly at?: string | null;
  readonly first?: number | null;
  readonly budget?: Partial<Budget> | null;
}

const mostHops = 4;
const mostStarts = 100;

/**
 * What lies around some nodes: the nearest first, then those with the most edges among all that were reached, then by id.
 * Throws AnodeErrors for arguments that cannot be meant and for ids that are not there.
 */
export async function neighborhood(place: Place, args: NeighborhoodArguments): Promise<FoundObject> {
  const { model, store, limits, path, filter } = place;
  const of = [...new Set(args.of)];
  const where = conditionsOf(args.where);
  const budget = budgetOf(args.budget);
  const errors = [
    ...checkRange(`${path}.hops`, args.hops, 1, mostHops),
    ...checkCount(`${path}.of`, of, 1, mostStarts),
    ...checkBudget(path, budget),
    ...refuseThrough(path, where),
  ];
  if (errors.length > 0) throw new AnodeErrors(errors);
  const first = checkPageSize(`${path}.first`, args.first ?? defaultPageSize, limits);
  await checkNamed(place, { of }, where);
  const spread = new Spread(model, store, { of, where, at: args.at ?? undefined, budget }, filter);
  const distances = await spread.from(of, args.hops);
  const reached = [...distances.keys()].filter((id) => distances.get(id)! > 0);
  const degrees = new Map<string, number>();
  for (const id of reached) degrees.set(id, await spread.degreeOf(id));
  const ranked = await sorted(
    reached,
    store.turn,
    (a, b) => distances.get(a)! - distances.get(b)! || degrees.get(b)! - degrees.get(a)! || (a < b ? -1 : 1),
  );
  const shown = ranked.slice(0, first);
  const edges = await spread.edgesAmong(new Set([...of, ...shown]));
  return {
    nodes: shown.map((id) => ({ node: id, distance: distances.get(id), degree: degrees.get(id) })),
    links: await linksOf(place, spread.evidence, edges),
    leftOut: countsByKind(place, ranked.slice(first)),
    search: reportOf(spread.spending),
  };
}

/** Complains of a list that has too few or too many ids. */
export function* checkCount(argument: string, ids: readonly string[], least: number, most: number) {
  if (ids.length >= least && ids.length <= most) return;
  const allowed = `${String(least)} to ${String(most)} different ids`;
  yield badInput(argument, `has ${String(ids.length)} ids`, ids.length, allowed);
}

/** Only a path can be asked to cross a node. */
export function* refuseThrough(path: string, { through }: Conditions) {
  if (through !== undefined)
    yield badInput(`${path}.where.through`, 'is given where no path is asked for', through, 'a trace');
}

function countsByKind({ model }: Place, ids: readonly string[]): FoundObject[] {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const kind = model.kindOfId(id)!.name;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .toSorted((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}
