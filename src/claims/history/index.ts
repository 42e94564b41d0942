import type { Searcher } from '../../trace';
import { diff, type DiffArguments } from './diff';
import { timeline, type TimelineArguments } from './timeline';

/** The searches behind the fields that tell what happened. */
export const historySearchers = {
  timeline: (place, args) => timeline(place, args as TimelineArguments),
  diff: (place, args) => diff(place, args as DiffArguments),
} satisfies Readonly<Record<string, Searcher>>;
