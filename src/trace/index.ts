export { Filters } from './filter';
export { checkKnown } from './known';
export { identify } from './names';
export type { Place } from './place';
export { traceSearchers, type Searcher } from './searchers';
