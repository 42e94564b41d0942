import type { TypenameShape, ValueType } from './value-shape';

/** How the figures of an aggregate are laid out in the answer. */
export interface AggregateShape {
  /** The id of the aggregate in the plan. */
  readonly aggregate: number;
  readonly fields: readonly AggregateField[];
}

export type AggregateField =
  | FigureField
  | { readonly kind: 'groups'; readonly key: string; readonly fields: readonly FigureField[] }
  | { readonly kind: 'groupCount'; readonly key: string };

/** A value of a row of totals or of a group, or an object of such values. */
export type FigureField =
  | {
      readonly kind: 'value';
      readonly key: string;
      /** Its place in the row. */
      readonly at: number;
      readonly type: ValueType;
      /** What it is where there are no nodes to measure. */
      readonly ofNothing: 0 | null;
    }
  | { readonly kind: 'part'; readonly key: string; readonly fields: readonly FigureField[] }
  | TypenameShape;
