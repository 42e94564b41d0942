import type { FoundObject } from '../plan';
import { between, type BetweenArguments } from './between';
import { common, type CommonArguments } from './common';
import { neighborhood, type NeighborhoodArguments } from './neighborhood';
import { exposure } from './exposure/exposure';
import type { ExposureArguments } from './exposure/request';
import type { Place } from './place';
import { trace, type TraceArguments } from './trace';

/** What is behind a field. The schema has made sure of its arguments. */
export type Searcher = (place: Place, args: unknown) => Promise<FoundObject>;

/** The searches of this room. */
export const traceSearchers = {
  trace: (place, args) => trace(place, args as TraceArguments),
  neighborhood: (place, args) => neighborhood(place, args as NeighborhoodArguments),
  between: (place, args) => between(place, args as BetweenArguments),
  common: (place, args) => common(place, args as CommonArguments),
  exposure: (place, args) => exposure(place, args as ExposureArguments),
} satisfies Readonly<Record<string, Searcher>>;
