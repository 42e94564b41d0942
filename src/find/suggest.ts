import { checkPageSize, type FoundObject } from '../plan';
import type { Place } from '../trace';
import { candidatesFor } from './candidates';
import { rank } from './rank';
import { readerOf } from './readers';
import { kindsOf, textOf } from './request';
import { shown } from './search';

/** The arguments of `suggest` as the schema coerces them. */
export interface SuggestArguments {
  readonly prefix: string;
  readonly kinds?: readonly string[] | null;
  readonly first?: number | null;
}

const defaultPageSize = 10;

/** So many candidates are compared: more for what is so short that many begin with it. */
const candidates = { short: 300, long: 60 } as const;

/** What says where a node is, or describes it, is nothing that somebody begins to type. */
const notCalled: ReadonlySet<string> = new Set(['PLACE', 'DESCRIPTION']);

/** The value of `suggest`. Throws AnodeErrors for arguments that cannot be meant. */
export async function suggest(place: Place, args: SuggestArguments): Promise<FoundObject> {
  const { model, store, limits, path } = place;
  const text = textOf(`${path}.prefix`, args.prefix);
  const kinds = kindsOf(`${path}.kinds`, args.kinds);
  const first = checkPageSize(`${path}.first`, args.first ?? defaultPageSize, limits);
  const limit = text.key.length < 3 ? candidates.short : candidates.long;
  const reader = readerOf(model);
  const ids = await candidatesFor(model, store, reader, { text, kinds, by: 'names', limit });
  const texts = await reader.texts(store, ids);
  const called = new Map([...texts].map(([id, own]) => [id, own.filter(({ role }) => !notCalled.has(role))]));
  return { suggestions: rank(model, text, called).slice(0, first).map(shown) };
}
