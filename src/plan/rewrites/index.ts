import type { GraphModel } from '../../model';
import type { Capabilities } from '../capabilities';
import type { Plan } from '../plan';
import type { Statistics } from '../statistics';
import { anchor } from './anchor';
import { countDegrees } from './degree';
import { sample } from './sample';
import { stream } from './stream';

/** What the rewrites go by. */
export interface Rewriting {
  readonly model: GraphModel;
  readonly statistics: Statistics;
  readonly capabilities: Capabilities;
  readonly maxPageSize: number;
}

/** A plan of the same answer that the store has less work with. */
export function rewrite(plan: Plan, { model, statistics, capabilities, maxPageSize }: Rewriting): Plan {
  const anchored = anchor(plan, model, statistics);
  const counted = capabilities.countsDegrees ? countDegrees(anchored) : anchored;
  return capabilities.ordersFromIndex
    ? stream(counted, model, statistics)
    : sample(counted, statistics, maxPageSize);
}
