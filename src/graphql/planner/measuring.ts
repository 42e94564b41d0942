import type { NodeType } from '../../model';
import type { Measurement } from '../../plan';
import { checkUnit, type Settled } from './units';

/** Gathers the measurements that are asked for of one set of nodes, each of them once. */
export class Measuring {
  readonly measurements: Measurement[] = [];

  /** @param settled the properties that have one value over the whole set */
  constructor(
    private readonly type: NodeType,
    private readonly settled: Settled,
  ) {}

  /**
   * The place of a measurement among those that are taken. Throws AnodeError for one that would mix units.
   *
   * @param argument where it is asked for
   */
  take(measurement: Measurement, argument: string): number {
    checkUnit(this.type, measurement, this.settled, argument);
    const known = this.measurements.findIndex((taken) => isSame(taken, measurement));
    return known >= 0 ? known : this.measurements.push(measurement) - 1;
  }
}

const isSame = (one: Measurement, other: Measurement): boolean =>
  one.kind === other.kind && propertyOf(one) === propertyOf(other);

const propertyOf = (measurement: Measurement): string | undefined =>
  measurement.kind === 'count' ? undefined : measurement.property;
