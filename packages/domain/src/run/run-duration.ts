/** How long a run took, in milliseconds; null while it has no end. */
export function runDurationMs(startedAtMs: number, endedAtMs: number | null): number | null {
  return endedAtMs === null ? null : Math.max(0, endedAtMs - startedAtMs);
}
