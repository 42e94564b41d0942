/** From the least to the most. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

export const exactly = (value: number): Range => ({ low: value, high: value });

/** Sums and products of decimals carry errors of rounding; amounts are shown to a millionth. */
const shownTo = 1e6;
/** Adding zero makes zero of what is a little less. */
export const rounded = (value: number): number => Math.round(value * shownTo) / shownTo + 0;

export const roundedRange = ({ low, high }: Range): Range => ({ low: rounded(low), high: rounded(high) });

export const product = (a: Range, b: Range): Range => ({ low: a.low * b.low, high: a.high * b.high });

export const sumOf = (ranges: readonly Range[]): Range => ({
  low: ranges.reduce((sum, { low }) => sum + low, 0),
  high: ranges.reduce((sum, { high }) => sum + high, 0),
});

/** An amount that lies in a range, and the part of it that is meant, which does. */
export interface Weighed {
  readonly amount: Range;
  readonly part: Range;
}

/**
 * The part of all amounts together, at least and at most, over all amounts in their ranges; undefined where all may be
 * nothing but zero. The extremes are taken where the amounts with the smallest parts are as large as can be and the others as small.
 */
export function partOfAll(items: readonly Weighed[]): Range | undefined {
  const least = leastPart(items.map(({ amount, part }) => ({ amount, part: part.low })));
  const mostOfRest = leastPart(items.map(({ amount, part }) => ({ amount, part: 1 - part.high })));
  return least === undefined || mostOfRest === undefined ? undefined : { low: least, high: 1 - mostOfRest };
}

function leastPart(items: readonly { readonly amount: Range; readonly part: number }[]): number | undefined {
  const ordered = items.toSorted((a, b) => a.part - b.part);
  let amount = ordered.reduce((sum, each) => sum + each.amount.low, 0);
  let meant = ordered.reduce((sum, each) => sum + each.amount.low * each.part, 0);
  let least = amount > 0 ? meant / amount : undefined;
  for (const { amount: range, part } of ordered) {
    amount += range.high - range.low;
    meant += (range.high - range.low) * part;
    if (amount > 0) least = Math.min(least ?? Infinity, meant / amount);
  }
  return least;
}
