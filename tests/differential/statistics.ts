import { createHash } from 'node:crypto';
import type { Statistics } from '../../src/plan';

/** Figures of a store that are made up: they choose between ways to an answer, and it is the same by each of them. */
export class MadeUpStatistics implements Statistics {
  /** Another number makes other figures; 0 makes all of them one. */
  variant = 0;

  nodes(type: string): number {
    return this.figure(`nodes ${type}`);
  }

  edges(type: string): number {
    return this.figure(`edges ${type}`);
  }

  private figure(of: string): number {
    if (this.variant === 0) return 1;
    return 10 ** (createHash('sha256').update(`${this.variant} ${of}`).digest()[0]! % 7);
  }
}
