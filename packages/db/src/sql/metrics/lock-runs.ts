import type { Statement } from "../../store.ts";

/**
 * Appends take these locks shared, summarising takes them alone: so a point is either seen by the summary under
 * way or marks the run stale again. Released at the end of the transaction. Parameters: uuid[] in order.
 */
export const lockRunsShared: Statement = {
  name: "metrics_lock_runs_shared_v1",
  text: `SELECT count(pg_advisory_xact_lock_shared(hashtextextended(id::text, 7))) AS n FROM unnest($1::uuid[]) AS id`,
};

export const lockRunsAlone: Statement = {
  name: "metrics_lock_runs_alone_v1",
  text: `SELECT count(pg_advisory_xact_lock(hashtextextended(id::text, 7))) AS n FROM unnest($1::uuid[]) AS id`,
};
