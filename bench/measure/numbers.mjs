/** The value below which the fraction `at` of these lies; they need not be sorted. */
export function quantile(values, at) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))];
}

export const median = (values) => quantile(values, 0.5);
