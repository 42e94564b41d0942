import type { ClaimRecord } from './evidence';
import { sameValue } from './resolve';

/** From and to which number a claim can be read; both ends are included. */
interface Range {
  readonly low: number;
  readonly high: number;
}

/** What `about` covers at most, as a part of the number: about 1 trillion is not anything up to 1.5 trillion. */
const widest = 0.05;

/**
 * Whether two claims in one unit cannot both be true, as precise as each is worded: about 30 and 31 can, up to 30 and 25 can; 30 and
 * 31 cannot, nor can up to 30 and up to 25.
 */
export function areApart(one: ClaimRecord, other: ClaimRecord): boolean {
  if (sameValue(one, other)) return false;
  // Two different limits are two statements of one thing.
  if (one.qualifier === other.qualifier && isLimit(one)) return true;
  const [a, b] = [rangeOf(one), rangeOf(other)];
  if (a === undefined || b === undefined) return true;
  return a.high < b.low || b.high < a.low;
}

/** By how many percent the smallest of some numbers is below the largest; undefined where not all are positive numbers. */
export function spreadOf(values: readonly string[]): number | undefined {
  const numbers = values.map(Number);
  const high = Math.max(...numbers);
  const low = Math.min(...numbers);
  if (!(low >= 0 && high > 0)) return undefined;
  return Math.round(((high - low) / high) * 1000) / 10;
}

const isLimit = ({ qualifier }: ClaimRecord): boolean => qualifier === 'UP_TO' || qualifier === 'AT_LEAST';

function rangeOf({ value, qualifier }: ClaimRecord): Range | undefined {
  const number = Number(value);
  if (Number.isNaN(number)) return undefined;
  const leeway = Math.min(roundedBy(value) / 2, Math.abs(number) * widest);
  switch (qualifier) {
    case 'ABOUT':
      return { low: number - leeway, high: number + leeway };
    case 'ALMOST':
      return { low: number - leeway, high: number };
    case 'UP_TO':
      return { low: -Infinity, high: number };
    case 'AT_LEAST':
      return { low: number, high: Infinity };
    case undefined:
    default:
      return { low: number, high: number };
  }
}

/** The unit of the last digit that is written and not a closing zero: 0.1 for 37.6, 1000 for 88000. */
function roundedBy(value: string): number {
  const fraction = /\.(\d+)$/.exec(value)?.[1];
  if (fraction !== undefined) return 10 ** -fraction.length;
  return 10 ** /0*$/.exec(value)![0].length;
}
