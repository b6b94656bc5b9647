import type { ShownRunStatus } from "@assay/contract";

/** Names and numbers of run statuses on the wire. */
export const RUN_STATUS_NUMBERS = { RUNNING: 1, SCHEDULED: 2, FINISHED: 3, FAILED: 4, KILLED: 5 } as const;
export type WireRunStatus = keyof typeof RUN_STATUS_NUMBERS;

const WIRE_STATUS = {
  scheduled: "SCHEDULED",
  running: "RUNNING",
  // The protocol has no word for a run that stopped reporting.
  stale: "RUNNING",
  finished: "FINISHED",
  failed: "FAILED",
  killed: "KILLED",
} as const satisfies Record<ShownRunStatus, WireRunStatus>;

export const wireRunStatus = (status: ShownRunStatus): WireRunStatus => WIRE_STATUS[status];
