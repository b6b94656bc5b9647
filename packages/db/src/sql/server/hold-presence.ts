import type { Statement } from "../../store.ts";

/**
 * Says that a process lives, for as long as its connection does: others cannot share the lock. Parameters: the
 * process' key.
 */
export const holdPresence: Statement = {
  name: "server_hold_presence_v1",
  text: "SELECT pg_advisory_lock($1::int8)::text AS held",
};
