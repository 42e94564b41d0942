import type { Searcher } from '../trace';
import { search, type SearchArguments } from './search';
import { suggest, type SuggestArguments } from './suggest';

/** The searches of this room. */
export const textSearchers = {
  search: (place, args) => search(place, args as SearchArguments),
  suggest: (place, args) => suggest(place, args as SuggestArguments),
} satisfies Readonly<Record<string, Searcher>>;
