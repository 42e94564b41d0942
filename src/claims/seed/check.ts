import type { GraphModel } from '../../model';
import type { Complaints } from './complaints';
import type { SeedRows } from './rows';

/** One rule, one function: each complains of what no single cell shows. */
export type Check = (seed: SeedRows, context: Context) => void;

export interface Context {
  readonly model: GraphModel;
  /** Every id of the seed and of the graph it is loaded into. */
  readonly ids: Ids;
  readonly complaints: Complaints;
}

export type Ids = Pick<ReadonlySet<string>, 'has'>;
