import type { GraphModel } from '../../model';
import type { Capabilities } from '../capabilities';
import type { Plan } from '../plan';
import type { Statistics } from '../statistics';
import { anchor } from './anchor';
import { countDegrees } from './degree';
import type { Reading } from '../reading';
import { readBy } from './reading';
import { sample } from './sample';
import { stream } from './stream';
import { keepTies } from './ties';

/** What the rewrites go by. */
export interface Rewriting {
  readonly model: GraphModel;
  readonly statistics: Statistics;
  readonly capabilities: Capabilities;
  readonly maxPageSize: number;
  /** Which evidence the operation goes by, where not by the plain one. */
  readonly reading?: Reading | undefined;
}

/** A plan of the same answer that the store has less work with. */
export function rewrite(plan: Plan, rewriting: Rewriting): Plan {
  const { model, statistics, capabilities, maxPageSize, reading } = rewriting;
  const anchored = anchor(plan, model, statistics);
  // The others trust what is shown: numbers of edges, indexes, values that are never missing.
  if (reading !== undefined) return readBy(anchored, model, reading);
  const counted = capabilities.countsDegrees ? countDegrees(anchored) : anchored;
  return capabilities.ordersFromIndex
    ? keepTies(stream(counted, model, statistics))
    : sample(counted, statistics, maxPageSize);
}
