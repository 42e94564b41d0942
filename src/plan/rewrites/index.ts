import type { GraphModel } from '../../model';
import type { Capabilities } from '../capabilities';
import type { Plan } from '../plan';
import type { Statistics } from '../statistics';
import { anchor } from './anchor';
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
  return capabilities.ordersFromIndex
    ? stream(anchored, model, statistics)
    : sample(anchored, statistics, maxPageSize);
}
