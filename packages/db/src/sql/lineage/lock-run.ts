import type { Statement } from "../../store.ts";

/** Lets one lineage rebuild of a run work at a time. Parameters: run uuid. */
export const lockRunLineage: Statement = {
  name: "lineage_lock_run_v1",
  text: "SELECT pg_advisory_xact_lock(hashtextextended($1::text, 11))::text AS locked",
};
