import type { Asked } from './reading';

/**
 * One figure. `count` is of nodes; the others are of the known values of a property: `countDistinct` of how many
 * different ones there are, 0 where there are none; the rest are missing then. Sums are worked out to nine decimal places, in
 * which they are exact whatever the order of the nodes.
 */
export type Measurement =
  | { readonly kind: 'count' }
  | {
      readonly kind: MeasuringFunction;
      /** Whether of the nodes, or of the edges over which they are reached. */
      readonly on: 'node' | 'edge';
      readonly property: Asked;
    };

export type MeasuringFunction = 'countDistinct' | 'sum' | 'avg' | 'min' | 'max';
