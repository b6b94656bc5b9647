import type { Statement } from "../../store.ts";

/** Held by an append until it commits. Parameters: uuid[] in order. */
export const lockRunsShared: Statement = {
  name: "metrics_lock_runs_shared_v1",
  text: "SELECT count(pg_advisory_xact_lock_shared(hashtextextended(id::text, 7))) AS n FROM unnest($1::uuid[]) AS id",
};

/**
 * Waits until every append to these runs that is under way has committed. Run outside a transaction it lets go at
 * once, so that nobody ever waits for a summary. Parameters: uuid[] in order.
 */
export const awaitAppends: Statement = {
  name: "metrics_await_appends_v1",
  text: "SELECT count(pg_advisory_xact_lock(hashtextextended(id::text, 7))) AS n FROM unnest($1::uuid[]) AS id",
};

/** One process at a time summarises a run; the lock is the session's. Parameters: uuid[] in order. */
export const lockSummaries: Statement = {
  name: "metrics_lock_summaries_v1",
  text: "SELECT count(pg_advisory_lock(hashtextextended(id::text, 8))) AS n FROM unnest($1::uuid[]) AS id",
};

export const unlockSummaries: Statement = {
  name: "metrics_unlock_summaries_v1",
  text: "SELECT pg_advisory_unlock_all()::text AS unlocked",
};
