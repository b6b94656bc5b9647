import type { Statement } from "../../store.ts";
import { HOT_SLOTS, hotTable } from "../metrics/hot-tables.ts";

/**
 * Transactions that may have written frames and have not ended. A statement locks its tables before it takes its
 * snapshot, so one that still saw a run whose deletion has been committed is among these. Waiting for them is what
 * CREATE INDEX CONCURRENTLY does too.
 */
export const findHotWriters: Statement = {
  name: "deletion_find_hot_writers_v1",
  text: `
    SELECT DISTINCT virtualtransaction AS id FROM pg_locks
    WHERE locktype = 'relation' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND relation IN (${HOT_SLOTS.map((slot) => `'${hotTable(slot)}'::regclass`).join(", ")})
      AND mode = 'RowExclusiveLock' AND granted AND pid IS DISTINCT FROM pg_backend_pid()`,
};
