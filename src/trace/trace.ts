import {
  checkPageSize,
  defaultPageSize,
  encodeCursor,
  foundPage,
  readCursor,
  type FoundObject,
} from '../plan';
import { Alike } from './alike';
import { alikeIn, nearestMiss } from './near-miss';
import { PathWriter, reportOf } from './found';
import { namesOf } from './names';
import { budgetOf, checkNamed, conditionsOf, type Place } from './place';
import type { Path } from './paths';
import { rankings, type PathKey } from './rank';
import {
  checkTrace,
  type Budget,
  type Conditions,
  type Rank,
  type TimeMode,
  type TraceRequest,
} from './request';
import { TraceSearch } from './search';

/** The arguments of `trace` as the schema coerces them; one that was left out is missing or null. */
export interface TraceArguments {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly where?: Conditions | null;
  readonly time: TimeMode;
  readonly at?: string | null;
  readonly rankBy: Rank;
  readonly maxHops: number;
  readonly first?: number | null;
  readonly after?: string | null;
  readonly budget?: Partial<Budget> | null;
}

/** The value of `trace`. Throws AnodeErrors for arguments that cannot be meant and for ids that are not there. */
export async function trace(place: Place, args: TraceArguments): Promise<FoundObject> {
  const { model, store, limits, path, filter, selected } = place;
  const request = requestOf(args);
  checkTrace(model, path, request);
  const first = checkPageSize(`${path}.first`, args.first ?? defaultPageSize, limits);
  const after = typeof args.after === 'string' ? keyOf(args.after, request.rankBy, path) : undefined;
  const search = new TraceSearch(model, store, request, filter);
  await search.begin();
  const unknown = (ids: readonly string[]) => ids.filter((id) => !search.knows(id));
  await checkNamed(place, { from: unknown(request.from), to: unknown(request.to) }, request.where);
  const { paths, hasMore } = await search.find({ first, after });
  // Where there is no path, what is looked for afterwards is no part of whether all were found.
  const { exhaustive } = reportOf(search.spending);
  const isMissed = paths.length === 0 && !hasMore && after === undefined && selected.has('nearestMiss');
  const alike = isMissed ? await alikeIn(place, search.spending) : new Alike();
  const miss = isMissed ? await nearestMiss(search, alike) : undefined;
  const writer = await writerOf(place, search, miss === undefined ? paths : [miss], alike);
  const edges = paths.map((found) => ({
    node: writer.path(found),
    cursor: cursorOf(found.key, request.rankBy),
  }));
  return {
    ...foundPage(edges, { hasNextPage: hasMore, hasPreviousPage: after !== undefined }),
    search: { ...reportOf(search.spending), exhaustive },
    nearestMiss: miss && writer.miss(miss),
  };
}

const requestOf = (args: TraceArguments): TraceRequest => ({
  from: [...new Set(args.from)],
  to: [...new Set(args.to)],
  where: conditionsOf(args.where),
  time: args.time,
  at: args.at ?? undefined,
  rankBy: args.rankBy,
  maxHops: args.maxHops,
  budget: budgetOf(args.budget),
});

/** Reads what is needed to show paths, if it is asked for: names for accounts, claims for the origins behind hops. */
async function writerOf(
  { store, selected }: Place,
  { evidence }: TraceSearch,
  paths: readonly Path[],
  alike: Alike,
): Promise<PathWriter> {
  const isTold = ['account', 'explanation'].some((name) => selected.has(name));
  const told = isTold ? paths.flatMap(({ nodes }) => nodes) : [];
  const countsOrigins = ['independentOrigins', 'explanation'].some((name) => selected.has(name));
  const claims = countsOrigins
    ? paths.flatMap(({ steps }) => steps.flatMap(({ edge }) => edge.claimIds))
    : [];
  const [names] = await Promise.all([namesOf(store, told), evidence.read(claims)]);
  return new PathWriter(names, countsOrigins ? evidence : undefined, alike);
}

const identityOf = (rank: Rank): string => `Query.trace ${rank}`;

const cursorOf = ({ score, length, signature }: PathKey, rank: Rank): string =>
  encodeCursor(identityOf(rank), [score, length, signature]);

function keyOf(cursor: string, rank: Rank, path: string): PathKey {
  const [score, length, signature] = readCursor(`${path}.after`, cursor, {
    connection: identityOf(rank),
    isKey: (values): values is readonly [PathKey['score'], number, string] =>
      typeof values[0] === typeof rankings[rank].best &&
      typeof values[1] === 'number' &&
      typeof values[2] === 'string',
    allowed: 'a cursor of trace in the same order',
  });
  return { score, length, signature };
}
