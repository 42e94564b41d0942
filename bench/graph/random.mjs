/** A stream of numbers in [0, 1) that is the same for the same seed, on every machine (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Draws ranks from 0 to `count` - 1, the first ones most often: that of rank r in proportion to (r + 1) ** -exponent.
 * An exponent of 0 is no skew, 1 is Zipf's law.
 */
export function skewed(count, exponent, random) {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) sums[rank] = sum += (rank + 1) ** -exponent;
  return () => firstAbove(sums, random() * sum);
}

/** The place of the first of these ascending numbers that is above `limit`. */
function firstAbove(ascending, limit) {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle] > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Draws until there are `count` different ones; fewer where the draw keeps repeating itself. */
export function distinct(count, draw) {
  const drawn = new Set();
  for (let tries = 0; drawn.size < count && tries < 10 * count; tries++) drawn.add(draw());
  return [...drawn];
}

/** Draws one of the values, by their weights: `pick([['OPERATING', 6], ['PLANNED', 2]], random)`. */
export function pick(weighted, random) {
  let left = random() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of weighted) if ((left -= weight) < 0) return value;
  return weighted.at(-1)[0];
}
