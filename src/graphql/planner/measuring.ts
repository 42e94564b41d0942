import type { Edge, NodeType, PropertyDeclaration } from '../../model';
import { nameOf, type Bearer, type Measurement, type MeasuringFunction } from '../../plan';
import { checkUnit, type Settled } from './units';

/** What is measured: nodes of a type, or the edges of a relation. */
export interface Measurable {
  readonly on: Exclude<Bearer, 'group'>;
  property(name: string): PropertyDeclaration | undefined;
}

export const nodesOf = (type: NodeType): Measurable => ({
  on: 'node',
  property: (name) => type.property(name),
});

export const edgesOf = ({ properties }: Edge): Measurable => ({
  on: 'edge',
  property: (name) => properties.find((property) => property.name === name),
});

/** Gathers the measurements that are asked for of one set of nodes or edges, each of them once. */
export class Measuring {
  readonly measurements: Measurement[] = [];

  /** @param settled the properties that have one value over the whole set */
  constructor(
    private readonly measurable: Measurable,
    private readonly settled: Settled,
  ) {}

  /** The place of the number of nodes among the measurements. */
  count(): number {
    return this.place({ kind: 'count' });
  }

  /**
   * The place of a measurement of a property. Throws AnodeError for one that would mix units.
   *
   * @param argument where it is asked for
   */
  take(kind: MeasuringFunction, property: string, argument: string): number {
    const { on } = this.measurable;
    checkUnit(this.measurable.property(property)!, kind, this.settled, argument);
    return this.place({ kind, on, property });
  }

  private place(measurement: Measurement): number {
    const known = this.measurements.findIndex((taken) => isSame(taken, measurement));
    return known >= 0 ? known : this.measurements.push(measurement) - 1;
  }
}

const isSame = (one: Measurement, other: Measurement): boolean =>
  one.kind === other.kind && propertyOf(one) === propertyOf(other);

const propertyOf = (measurement: Measurement): string | undefined =>
  measurement.kind === 'count' ? undefined : nameOf(measurement.property);
