import type { Statement } from "../../store.ts";

/** Lets one append at a time number the lines of a run; held until the transaction ends. Parameters: run uuid. */
export const lockLog: Statement = {
  name: "logs_lock_v1",
  text: "SELECT pg_advisory_xact_lock(hashtextextended($1::uuid::text, 9))::text AS locked",
};
