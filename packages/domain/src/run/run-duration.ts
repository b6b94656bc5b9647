import type { RunStatus } from "@assay/contract";

/** How long a run took, in milliseconds; null while it has no end, and when it was taken up again after one. */
export function runDurationMs(status: RunStatus, startedAtMs: number, endedAtMs: number | null): number | null {
  if (status === "running" || status === "scheduled" || endedAtMs === null) return null;
  return Math.max(0, endedAtMs - startedAtMs);
}
