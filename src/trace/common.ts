import { AnodeErrors } from '../errors';
import { checkPageSize, defaultPageSize, type FoundObject } from '../plan';
import { reportOf } from './found';
import { linksOf } from './links';
import { checkCount, refuseThrough } from './neighborhood';
import { budgetOf, checkNamed, conditionsOf, type Place } from './place';
import { checkBudget, checkRange, type Budget, type Conditions } from './request';
import type { Judged, Step } from './edges';
import { sorted } from './sorted';
import { Spread } from './spread';

export interface CommonArguments {
  readonly ids: readonly string[];
  readonly hops: number;
  readonly where?: Conditions | null;
  readonly at?: string | null;
  readonly first?: number | null;
  readonly budget?: Partial<Budget> | null;
}

/** A node that several are tied to. */
interface Shared {
  readonly id: string;
  readonly by: readonly string[];
  /** The hops to all of them together. */
  readonly distance: number;
  readonly degree: number;
}

const mostIds = 10;
const mostHops = 2;

/**
 * What nodes have in common, the most telling first: what more of them share, then what is nearer, then what has fewer
 * edges of its own, since a country is shared by many. Throws AnodeErrors as `neighborhood` does.
 */
export async function common(place: Place, args: CommonArguments): Promise<FoundObject> {
  const { model, store, limits, path, filter } = place;
  const ids = [...new Set(args.ids)].toSorted();
  const where = conditionsOf(args.where);
  const budget = budgetOf(args.budget);
  const errors = [
    ...checkCount(`${path}.ids`, ids, 2, mostIds),
    ...checkRange(`${path}.hops`, args.hops, 1, mostHops),
    ...checkBudget(path, budget),
    ...refuseThrough(path, where),
  ];
  if (errors.length > 0) throw new AnodeErrors(errors);
  const first = checkPageSize(`${path}.first`, args.first ?? defaultPageSize, limits);
  await checkNamed(place, { ids }, where);
  const spread = new Spread(model, store, { of: ids, where, at: args.at ?? undefined, budget }, filter);
  const distances = new Map<string, ReadonlyMap<string, number>>();
  for (const id of ids) distances.set(id, await spread.from([id], args.hops));
  const shared = await sharedOf(spread, ids, distances);
  const page = (await sorted(shared, spread.turn, byTelling)).slice(0, first);
  const nodes = [];
  for (const { id, by, distance, degree } of page) {
    const edges = await tiesOf(spread, id, by, distances);
    nodes.push({ node: id, by, distance, degree, links: await linksOf(place, spread.evidence, edges) });
  }
  return { nodes, hasMore: shared.length > page.length, search: reportOf(spread.spending) };
}

/** What at least two of them reach. The edges of each are read, to tell how many it has. */
async function sharedOf(
  spread: Spread,
  ids: readonly string[],
  distances: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Promise<Shared[]> {
  const reached = new Set<string>();
  for (const own of distances.values()) for (const id of own.keys()) reached.add(id);
  const candidates: Omit<Shared, 'degree'>[] = [];
  for (const id of reached) {
    if (spread.turn.isOver()) await spread.turn.next();
    const by = ids.filter((one) => one !== id && distances.get(one)!.has(id));
    const isOneOfThem = ids.includes(id);
    if (by.length < 2 || isOneOfThem) continue;
    candidates.push({ id, by, distance: by.reduce((sum, one) => sum + distances.get(one)!.get(id)!, 0) });
  }
  const found = candidates.map(({ id }) => id);
  await spread.read(await sorted(found, spread.turn));
  const shared: Shared[] = [];
  for (const each of candidates) shared.push({ ...each, degree: await spread.degreeOf(each.id) });
  return shared;
}

const byTelling = (a: Shared, b: Shared): number =>
  b.by.length - a.by.length || a.distance - b.distance || a.degree - b.degree || (a.id < b.id ? -1 : 1);

/** The edges on the shortest ways from those that share a node to it. */
async function tiesOf(
  spread: Spread,
  id: string,
  by: readonly string[],
  distances: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Promise<readonly Judged[]> {
  const edges = new Map<string, Judged>();
  for (const one of by) {
    const own = distances.get(one)!;
    let level = [id];
    for (let distance = own.get(id)!; distance > 0; distance--) {
      const ways: Step[] = [];
      for (const at of level)
        for (const step of await spread.stepsTo(at)) if (own.get(step.to) === distance - 1) ways.push(step);
      for (const { edge } of ways) edges.set(edge.key, edge);
      level = [...new Set(ways.map(({ to }) => to))];
    }
  }
  return [...edges.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
