/** The middle value; between two, the mean of both. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that the share `at` of all values do not exceed, interpolated. NaN of nothing. */
export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * at;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
