export type { AlikePair } from './alike';
export { Filters } from './filter';
export { checkKnown } from './known';
export { identify } from './names';
export type { Place } from './place';
export { SharedStore } from './shared-store';
export { Turns, type Turn } from './turns';
export { traceSearchers, type Searcher } from './searchers';
