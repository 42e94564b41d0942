import { AnodeError } from '../errors';

/**
 * Refuses an assembled answer of more than `max` values before it is written out. In memory a node stands once for each
 * shape, however many paths lead to it; in the answer it stands once for each path, and their number grows with every
 * level: fifteen corporations, asked ten times over for the others of their country, are many millions.
 */
export function checkAnswerSize(answer: object, max: number): void {
  const values = new ValueCount().of(answer);
  if (values <= max) return;
  const allowed = `at most ${String(max)} values`;
  const message = `The answer would hold ${values.toPrecision(3)} values; allowed are ${allowed}. Ask for fewer levels or smaller pages.`;
  throw new AnodeError('ANSWER_TOO_LARGE', message, { given: values, allowed });
}

/** Counts the values of each object once. Past what a number can hold, infinity is large enough. */
class ValueCount {
  private readonly known = new Map<object, number>();

  of(value: unknown): number {
    if (value === null || typeof value !== 'object') return 1;
    const known = this.known.get(value);
    if (known !== undefined) return known;
    let count = 1;
    for (const item of Array.isArray(value) ? value : Object.values(value)) count += this.of(item);
    this.known.set(value, count);
    return count;
  }
}
