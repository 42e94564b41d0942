export { checkKnown } from './known';
export { Searches, type Searcher } from './searches';
export type { Place } from './trace';
