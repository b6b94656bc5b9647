const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function distance(ms: number): string {
  if (ms < HOUR) return `${Math.max(1, Math.floor(ms / MINUTE))} min`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h`;
  if (ms < 60 * DAY) return `${Math.floor(ms / DAY)} d`;
  if (ms < 730 * DAY) return `${Math.floor(ms / (30 * DAY))} mo`;
  return `${Math.floor(ms / (365 * DAY))} y`;
}

/** A time as seen from now: `just now`, `2 h ago`, `in 3 d`. */
export function formatRelative(timeMs: number, nowMs: number): string {
  const elapsed = nowMs - timeMs;
  if (Math.abs(elapsed) < 45 * SECOND) return "just now";
  return elapsed > 0 ? `${distance(elapsed)} ago` : `in ${distance(-elapsed)}`;
}
