import type { GraphModel } from '../../model';
import type { Complaints } from '../seed/complaints';
import type { Lookup } from './lookup';
import type { Mapping } from './mapping';

/** What a mapping is read with. */
export interface MappingContext {
  readonly model: GraphModel;
  readonly mapping: Mapping;
  readonly lookups: ReadonlyMap<string, Lookup>;
  readonly complaints: Complaints;
}
