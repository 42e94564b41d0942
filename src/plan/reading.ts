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
  /** The values that stand beside the rows are those of this property. */
  readonly of: string;
  /**
   * That of the `first` in the order of the policy; in the order of the rows each `distinct` one, or the `number` of these;
   * or the number of independent `origins`, where a value is all that a row rests on.
   */
  readonly take: 'first' | 'distinct' | 'number' | 'origins';
  readonly type: ScalarType;
  /** The property of the node or edge that holds the rows. */
  readonly rows: string;
  /** Whether the empty text stands for a missing value. */
  readonly mayBeEmpty: boolean;
  /** What counts without rows, where not all nodes that it is read of have them. */
  readonly otherwise: Asked | undefined;
  readonly by: Reading;
}

/** A property to read of a node or an edge: as it is stored, or as a reading has it. */
export type Asked = string | ReadProperty;

export const nameOf = (asked: Asked): string => (typeof asked === 'string' ? asked : asked.name);
