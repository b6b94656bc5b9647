import type { Statement } from "../../store.ts";

/**
 * Lets one transaction at a time put files into an owner's tree. Not by the owner's row, which metrics and tags of a run
 * are written under too. Parameters: owner uuid.
 */
export const lockTree: Statement = {
  name: "artifacts_lock_tree_v1",
  text: "SELECT pg_advisory_xact_lock(hashtextextended($1::uuid::text, 13))::text AS locked",
};
