import type { Policy, ScalarType } from '../model';

/** Which evidence an operation goes by, where not by the plain one. Without any of its parts a reading is as the plain one. */
export interface Reading {
  readonly policy: Policy;
  /** The parameter that holds a day: only claims that hold on it. Otherwise of whatever period. */
  readonly valid: string | undefined;
  /** The parameter that holds an instant: what was known then. Otherwise what is known now. */
  readonly known: string | undefined;
  /** The parameter that holds ids of sources: what rests on them alone is left out. */
  readonly exclude: string | undefined;
}

/** What a reading makes of a claimed property: of the rows of evidence that fit, the values. */
export interface ReadProperty {
  readonly name: string;
  /** That of the `first` in the order of the policy; in the order of the rows, that of `all`, or each `distinct` one. */
  readonly take: 'first' | 'distinct';
  readonly type: ScalarType;
  /** The property of the node or edge that holds the rows. */
  readonly rows: string;
  /** Whether the empty text stands for a missing value. */
  readonly mayBeEmpty: boolean;
  /** The property is no claimed one at all nodes it is read of: without rows, what is stored counts. */
  readonly orStored: boolean;
  readonly by: Reading;
}

/** A property to read of a node or an edge: as it is stored, or as a reading has it. */
export type Asked = string | ReadProperty;

export const nameOf = (asked: Asked): string => (typeof asked === 'string' ? asked : asked.name);
