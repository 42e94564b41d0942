import type { ExecutionResult } from 'graphql';
import { AnodeError } from '../errors';
import { kindKey } from '../plan';

/** From so many times as many values in the answer as in memory on, it pays to write what is shared only once. */
const worthSharing = 4;

/**
 * Measures and writes assembled answers. In memory a node stands once for each shape, however many paths lead to it;
 * in the answer it stands once for each path, and their number grows with every level: fifteen corporations, asked ten
 * times over for the others of their country, are many millions of values, and a trace over five levels of partnerships
 * is a megabyte made of a few hundred nodes.
 */
export class AnswerText {
  /** Answers in which nodes stand so often that the text of each is made once and spliced in. */
  private readonly shared = new WeakSet<object>();

  /** @param max the most values that an answer may hold */
  constructor(private readonly max: number) {}

  /** Refuses an answer that is too large, before anything of it is written out. */
  check(data: object): void {
    const count = new ValueCount();
    const values = count.of(data as Countable);
    if (values > this.max) throw tooLarge(values, this.max);
    if (values > worthSharing * count.distinct) this.shared.add(data);
  }

  /** The JSON of a result, the same bytes whichever way it is written. */
  write(result: ExecutionResult): string {
    const { data, errors, extensions } = result;
    const isShared = data && this.shared.has(data) && errors === undefined && extensions === undefined;
    return `${isShared ? `{"data":${spliced(data)}}` : JSON.stringify(result)}\n`;
  }
}

function tooLarge(values: number, max: number): AnodeError {
  const allowed = `at most ${String(max)} values`;
  const message = `The answer would hold ${values.toPrecision(3)} values; allowed are ${allowed}. Ask for fewer levels or smaller pages.`;
  return new AnodeError('ANSWER_TOO_LARGE', message, { given: values, allowed });
}

/**
 * Counts the values below the object of a node once; to whatever else is in memory only one path leads from a node. Past what a
 * number can hold, infinity is large enough.
 */
class ValueCount {
  /** How many there are in memory. */
  distinct = 0;
  private readonly known = new Map<object, number>();

  of(object: Countable): number {
    const isNode = object[kindKey] !== undefined;
    const known = isNode ? this.known.get(object) : undefined;
    if (known !== undefined) return known;
    this.distinct++;
    let count = 1;
    if (Array.isArray(object)) for (const value of object) count += this.below(value);
    else for (const key in object) count += this.below(object[key]);
    if (isNode) this.known.set(object, count);
    return count;
  }

  private below(value: unknown): number {
    if (value !== null && typeof value === 'object') return this.of(value as Countable);
    this.distinct++;
    return 1;
  }
}

type Countable = Readonly<Record<string | symbol, unknown>>;

/** JSON in which the text of each object is made once. Its parts are joined at once: a rope of them would be walked path by path. */
function spliced(data: object): string {
  const texts = new Map<object, string>();
  const textOf = (value: unknown): string => {
    if (value === null || typeof value !== 'object') return JSON.stringify(value);
    const known = texts.get(value);
    if (known !== undefined) return known;
    const text = Array.isArray(value)
      ? `[${value.map(textOf).join(',')}]`
      : `{${Object.entries(value)
          .map(([key, item]) => `${JSON.stringify(key)}:${textOf(item)}`)
          .join(',')}}`;
    texts.set(value, text);
    return text;
  };
  return textOf(data);
}
