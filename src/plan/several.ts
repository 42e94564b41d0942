import type { Capabilities } from './capabilities';
import type { Parameters } from './parameter';
import type { Page, Plan, Root } from './plan';

/** A plan that serves several requests at once, and in which of their parameters they may differ. */
export interface Several {
  readonly plan: Plan;
  /** An id or a list of ids each: together those of all. */
  readonly ids: readonly string[];
  /** Page sizes: together the largest. What a smaller page holds, a larger one begins with. */
  readonly limits: readonly string[];
  readonly places: readonly Places[];
}

/** The place that a page begins after, or ends before: its parameters and, together, the one that holds all places. */
interface Places {
  readonly parameter: string;
  readonly cursor: readonly string[];
}

/** One place: its number among them, as text, and its parameters. */
type Place = Parameters & { readonly at: string };

/**
 * Requests of one operation are one request for all that they begin at: a level is a set, whoever asks for its nodes, and
 * what is reached from a node is the same for each. They may begin at different ids, and at different places of a list,
 * where the store finds a place by an index; and their lists may be longer or shorter.
 */
export function planOfSeveral({ roots }: Plan, { ordersFromIndex }: Capabilities): Several {
  const ids: string[] = [];
  const limits: string[] = [];
  const places: Places[] = [];
  const ofRoot = (root: Root): Root => {
    const { id, source } = root;
    if (source.kind !== 'all') {
      ids.push(source.parameter);
      return { ...root, source: { kind: 'byIds', parameter: source.parameter } };
    }
    const { listing } = source;
    const { page } = listing;
    if (page === undefined) return root;
    limits.push(page.limit);
    if (page.cursor === undefined || !ordersFromIndex) return root;
    const parameter = `q${String(id)}`;
    places.push({ parameter, cursor: page.cursor });
    const placed: Page = { ...page, places: parameter };
    return { ...root, source: { kind: 'all', listing: { ...listing, page: placed } } };
  };
  const beginning = roots.map((root) => (root.kind === 'root' ? ofRoot(root) : root));
  return { plan: { kind: 'plan', roots: beginning }, ids, limits, places };
}

/** What all that are read together have in common. */
export function commonOf({ ids, limits, places }: Several, parameters: Parameters): string {
  const own = new Set([...ids, ...limits, ...places.flatMap(({ cursor }) => cursor)]);
  return JSON.stringify(Object.entries(parameters).filter(([name]) => !own.has(name)));
}

/** Where a request begins, however long its lists are. */
export const beginningOf = ({ ids, places }: Several, parameters: Parameters): string =>
  JSON.stringify([...ids, ...places.flatMap(({ cursor }) => cursor)].map((name) => parameters[name]));

/** The parameters of one request for all that these ask for, which begin at the same. */
export function parametersOfEqual(
  { limits }: Several,
  [first, ...others]: readonly [Parameters, ...Parameters[]],
): Parameters {
  const largest = (name: string): number =>
    others.reduce((most, parameters) => Math.max(most, parameters[name] as number), first[name] as number);
  return { ...first, ...Object.fromEntries(limits.map((name) => [name, largest(name)])) };
}

/** The same of requests that begin wherever they do. */
export function parametersOfSeveral(
  several: Several,
  requests: readonly [Parameters, ...Parameters[]],
): Parameters {
  const { ids, places } = several;
  return {
    ...parametersOfEqual(several, requests),
    ...Object.fromEntries(
      ids.map((name) => [name, [...new Set(requests.flatMap((parameters) => parameters[name]))]]),
    ),
    ...Object.fromEntries(
      places.map(({ parameter, cursor }) => [parameter, [...placesOf(cursor, requests).values()]]),
    ),
  };
}

function placesOf(cursor: readonly string[], requests: readonly Parameters[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const parameters of requests) {
    const key = placeKey(cursor, parameters);
    if (!places.has(key))
      places.set(key, {
        at: String(places.size),
        ...Object.fromEntries(cursor.map((name) => [name, parameters[name]])),
      });
  }
  return places;
}

const placeKey = (cursor: readonly string[], parameters: Parameters): string =>
  JSON.stringify(cursor.map((name) => parameters[name]));

/** The number of a request's own place among all of them. */
export function numberOfPlace(
  { places, cursor }: Pick<Page, 'places' | 'cursor'>,
  all: Parameters,
  own: Parameters,
): string {
  const key = placeKey(cursor!, own);
  return (all[places!] as Place[]).find((place) => placeKey(cursor!, place) === key)!.at;
}
