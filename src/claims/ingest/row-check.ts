import type { GraphModel } from '../../model';
import { checkEachRow } from '../seed/checks';
import type { Complaints } from '../seed/complaints';
import type { SeedRows } from '../seed/rows';
import type { LocatedRecord } from './record';
import { shapesOf } from './shape';

/** Whether what a record refers to is there is found out later. */
const everything = { has: () => true };

/** Tells whether a record fits the model by itself, and complains where it does not. */
export function rowChecker(model: GraphModel, complaints: Complaints): (record: LocatedRecord) => boolean {
  const shapes = shapesOf(model);
  return (record) => {
    const before = complaints.errors.length;
    for (const { field, given, expected } of shapes[record.kind](record.row))
      complaints.add(record.at(field), given, expected);
    if (complaints.errors.length > before) return false;
    checkEachRow(model, alone(record), everything, complaints);
    return complaints.errors.length === before;
  };
}

const alone = (record: LocatedRecord): SeedRows => ({
  entities: record.kind === 'entity' ? [record] : [],
  sources: record.kind === 'source' ? [record] : [],
  claims: record.kind === 'claim' ? [record] : [],
  contradictions: record.kind === 'contradiction' ? [record] : [],
  decisions: record.kind === 'decision' ? [record] : [],
});
