import { compare } from './graph';

/**
 * A count or an aggregate of values, of which the missing ones say nothing. The sum, average, least and greatest of no
 * values are missing.
 */
export function measure(name: string, values: readonly unknown[]): unknown {
  const present = values.filter((value) => value !== null);
  if (name === 'countDistinct') return new Set(present).size;
  if (present.length === 0) return null;
  const sum = () => (present as number[]).reduce((total, value) => total + value, 0);
  switch (name) {
    case 'sum':
      return sum();
    case 'avg':
      return sum() / present.length;
    case 'min':
      return present.reduce((least, value) => (compare(value, least) < 0 ? value : least));
    case 'max':
      return present.reduce((most, value) => (compare(value, most) > 0 ? value : most));
    default:
      throw new Error(`The oracle does not know the measure ${name}.`);
  }
}

/** The measures that are of a property; beside them there is `count`. */
export const measures = ['countDistinct', 'sum', 'avg', 'min', 'max'] as const;
