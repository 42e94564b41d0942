import { comparePlaces, placeOf, type Order } from './order';
import type { End } from './graph';

type Args = Readonly<Record<string, unknown>>;

/** What the cursors of the oracle begin with. What follows is the connection, its order and the place in it. */
export const cursorMark = 'cursor:';

export interface Listed {
  /** All that fit. */
  readonly ends: readonly End[];
  readonly order: Order<End>;
  /** The connection and the order in it, which a cursor belongs to. */
  readonly identity: readonly unknown[];
}

interface Page {
  readonly edges: readonly (End & { readonly cursor: string })[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const defaultSize = 25;

/** A page of a list: the first behind a cursor, or the last in front of one; the first of all unless said. */
export function pageOf({ ends, order, identity }: Listed, args: Args): Page {
  const places = ends
    .map((end) => ({ end, place: placeOf(order, end) }))
    .sort((a, b) => comparePlaces(order, a.place, b.place));
  const backwards = typeof args['last'] === 'number' || typeof args['before'] === 'string';
  const cursor = args[backwards ? 'before' : 'after'];
  const bound = typeof cursor === 'string' ? placeIn(cursor) : undefined;
  const rest = places.filter(({ place }) => {
    if (bound === undefined) return true;
    const difference = comparePlaces(order, place, bound);
    return backwards ? difference < 0 : difference > 0;
  });
  const size = (args[backwards ? 'last' : 'first'] ?? defaultSize) as number;
  const page = backwards ? rest.slice(Math.max(0, rest.length - size)) : rest.slice(0, size);
  const edges = page.map(({ end, place }) => ({
    ...end,
    cursor: cursorMark + JSON.stringify([...identity, place]),
  }));
  const [isCut, isBounded] = [rest.length > page.length, bound !== undefined];
  return {
    edges,
    pageInfo: {
      hasNextPage: backwards ? isBounded : isCut,
      hasPreviousPage: backwards ? isCut : isBounded,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

const placeIn = (cursor: string): unknown[] =>
  (JSON.parse(cursor.slice(cursorMark.length)) as unknown[]).at(-1) as unknown[];
