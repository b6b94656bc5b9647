import type { Statement } from "../../store.ts";

/** The only way an audit event is written: a database function that numbers it and seals it with the one before. */
export const appendAuditEvent: Statement = {
  name: "audit_append_v1",
  text: "SELECT audit_append($1::uuid, $2::uuid, $3, $4, $5, $6, $7, $8, $9::jsonb, $10)::text AS seq",
};
