const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NICE = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
];
const MOST_TICKS = 8;

/** The distance of ticks on an axis of milliseconds that reads well: 15 s, 2 m, 6 h, 3 d. Undefined below a few seconds. */
export function durationInterval(spanMs: number): number | undefined {
  const least = spanMs / MOST_TICKS;
  if (!(least > SECOND / 2)) return undefined;
  return NICE.find((interval) => interval >= least) ?? Math.ceil(least / DAY) * DAY;
}
