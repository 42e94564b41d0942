import type { ObjectShape, Parameters, ValueType } from '../plan';
import type { ObjectTable } from './parts';
import type { EdgeRow, Layout, NodeRow } from './tables';

/** What connections and citations take from the assembly that they are part of. */
export interface Assembling {
  readonly layout: Layout;
  readonly parameters: Parameters;
  table(shape: ObjectShape): ObjectTable;
  nodeRow(level: number, id: string): NodeRow;
  /** Those of an expansion. */
  edges(expand: number): readonly EdgeRow[];
  /** Makes a function from a stored value to the value of a field. */
  readonly leaf: (type: ValueType) => (value: unknown) => unknown;
}
