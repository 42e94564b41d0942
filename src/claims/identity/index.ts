import type { Searcher } from '../../trace';
export { alikeCompanies } from './queue';
import { sameAsCandidates, type QueueArguments } from './queue';
import { resolve, type ResolveArguments } from './resolve';

/** The searches behind the fields that tell who is who. */
export const identitySearchers = {
  resolve: (place, args) => resolve(place, args as ResolveArguments),
  sameAsCandidates: (place, args) => sameAsCandidates(place, args as QueueArguments),
} satisfies Readonly<Record<string, Searcher>>;
