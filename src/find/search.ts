import { checkPageSize, defaultPageSize, foundPage, type FoundObject } from '../plan';
import type { Place } from '../trace';
import { candidatesFor } from './candidates';
import { comparePlaces, rank, type Ranked } from './rank';
import { readerOf } from './readers';
import { cursorOf, kindsOf, placeOf, textOf } from './request';

/** The arguments of `search` as the schema coerces them. */
export interface SearchArguments {
  readonly text: string;
  readonly kinds?: readonly string[] | null;
  /** Conditions on nodes are asked through the filter of the place. */
  readonly where?: object | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** So many candidates are taken from each index; more where some are yet to be sorted out. */
const candidates = { all: 200, filtered: 1_000 } as const;

/** The value of `search`. Throws AnodeErrors for arguments that cannot be meant. */
export async function search(place: Place, args: SearchArguments): Promise<FoundObject> {
  const { model, store, limits, path, filter } = place;
  const text = textOf(`${path}.text`, args.text);
  const kinds = kindsOf(`${path}.kinds`, args.kinds);
  const first = checkPageSize(`${path}.first`, args.first ?? defaultPageSize, limits);
  const after = typeof args.after === 'string' ? placeOf(`${path}.after`, text, args.after) : undefined;
  const limit = args.where ? candidates.filtered : candidates.all;
  const reader = readerOf(model);
  const ids = await filter(await candidatesFor(model, store, reader, { text, kinds, by: 'words', limit }));
  const ranked = rank(model, text, await reader.texts(store, ids));
  const following = ranked.filter((one) => after === undefined || comparePlaces(one.place, after) > 0);
  const page = following.slice(0, first);
  const edges = page.map((one) => ({ ...shown(one), cursor: cursorOf(text, one.place) }));
  return foundPage(edges, {
    hasNextPage: following.length > page.length,
    hasPreviousPage: following.length < ranked.length,
  });
}

/** A node that was found, under the names of the schema. */
export const shown = ({ id, match: { score, text, pieces } }: Ranked) => ({
  node: id,
  score,
  match: { property: text.property, role: text.role, text: text.written, pieces },
});
