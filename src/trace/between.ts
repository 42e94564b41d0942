import { AnodeErrors } from '../errors';
import { checkPageSize, type FoundObject } from '../plan';
import type { Judged } from './edges';
import { Evidence } from './evidence';
import { reportOf } from './found';
import { linksOf } from './links';
import { checkCount, refuseThrough } from './neighborhood';
import { budgetOf, checkNamed, conditionsOf, type Place } from './place';
import type { Path } from './paths';
import { checkBudget, checkRange, type Budget, type Conditions, type TraceRequest } from './request';
import { TraceSearch } from './search';
import { Spending } from './spending';

export interface BetweenArguments {
  readonly ids: readonly string[];
  readonly maxHops: number;
  readonly where?: Conditions | null;
  readonly at?: string | null;
  readonly first: number;
  readonly budget?: Partial<Budget> | null;
}

const mostIds = 10;
const mostHops = 6;

/**
 * What connects nodes: the shortest paths between each two of them, as one graph. Throws AnodeErrors as `neighborhood`
 * does.
 */
export async function between(place: Place, args: BetweenArguments): Promise<FoundObject> {
  const { limits, path } = place;
  const ids = [...new Set(args.ids)].toSorted();
  const where = conditionsOf(args.where);
  const budget = budgetOf(args.budget);
  const errors = [
    ...checkCount(`${path}.ids`, ids, 2, mostIds),
    ...checkRange(`${path}.maxHops`, args.maxHops, 1, mostHops),
    ...checkBudget(path, budget),
    ...refuseThrough(path, where),
  ];
  if (errors.length > 0) throw new AnodeErrors(errors);
  const first = checkPageSize(`${path}.first`, args.first, limits);
  await checkNamed(place, { ids }, where);
  const spending = new Spending(budget);
  const request = { where, at: args.at ?? undefined, maxHops: args.maxHops, budget };
  const nodes = new Set(ids);
  const edges = new Map<string, Judged>();
  const pairs: FoundObject[] = [];
  for (const [from, to] of pairsOf(ids)) {
    const paths = await shortest(place, { ...request, from, to }, first, spending);
    for (const found of paths) {
      for (const id of found.nodes) nodes.add(id);
      for (const { edge } of found.steps) edges.set(edge.key, edge);
    }
    pairs.push({ from, to, distance: paths[0]?.steps.length });
  }
  const inOrder = [...edges.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return {
    nodes: [...nodes].toSorted(),
    links: await linksOf(place, new Evidence(place.model, place.store), inOrder),
    pairs,
    search: reportOf(spending),
  };
}

const pairsOf = (ids: readonly string[]): (readonly [string, string])[] =>
  ids.flatMap((from, at) => ids.slice(at + 1).map((to) => [from, to] as const));

interface Pair extends Pick<TraceRequest, 'where' | 'at' | 'maxHops' | 'budget'> {
  readonly from: string;
  readonly to: string;
}

async function shortest(
  { model, store, filter }: Place,
  pair: Pair,
  first: number,
  spending: Spending,
): Promise<readonly Path[]> {
  const request: TraceRequest = {
    ...pair,
    from: [pair.from],
    to: [pair.to],
    time: pair.at === undefined ? 'ANY' : 'ALL_AT',
    rankBy: 'SHORTEST',
  };
  const search = new TraceSearch(model, store, request, filter, spending);
  return (await search.find({ first, after: undefined })).paths;
}
