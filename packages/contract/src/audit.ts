import { z } from "zod";

export const AuditEvent = z.object({
  seq: z.number(),
  action: z.string(),
  actor: z.string(),
  subject: z.string(),
  details: z.record(z.string(), z.unknown()),
  atMs: z.number(),
});
export type AuditEvent = z.infer<typeof AuditEvent>;
