import { LIMITS, type MetricRow } from "@assay/contract";

/** The first rows that fit in one request: up to so many points, in a matrix that every wire format has room for. */
export function takeBatch(waiting: readonly MetricRow[], maxPoints: number): { rows: MetricRow[]; points: number } {
  const keys = new Set<string>();
  let points = 0;
  let count = 0;
  for (const { values } of waiting) {
    const own = Object.keys(values);
    for (const key of own) keys.add(key);
    const isTooMuch = points + own.length > maxPoints || keys.size * (count + 1) > LIMITS.metricsPerRequest;
    if (isTooMuch && count > 0) break;
    points += own.length;
    count += 1;
  }
  return { rows: waiting.slice(0, count), points };
}
