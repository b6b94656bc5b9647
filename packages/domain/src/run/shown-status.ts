import type { RunStatus, ShownRunStatus } from "@assay/contract";

/** A running run that has not been heard of for this long is shown as stale. */
export const HEARTBEAT_TIMEOUT_MS = 15 * 60_000;

interface Heartbeat {
  status: RunStatus;
  startedAtMs: number;
  heartbeatAtMs: number | null;
}

/** The status to show at a moment: `stale` when a running run has missed its heartbeat; never stored. */
export function shownStatus(run: Heartbeat, nowMs: number): ShownRunStatus {
  const heardAtMs = Math.max(run.startedAtMs, run.heartbeatAtMs ?? 0);
  return run.status === "running" && nowMs - heardAtMs > HEARTBEAT_TIMEOUT_MS ? "stale" : run.status;
}
