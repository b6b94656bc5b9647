import type { RetentionPreview } from "@assay/contract";
import { deletion } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { retentionCutoff } from "./retention-cutoff.ts";

/** How many runs a retention of so many days would delete now. */
export async function previewRetention({
  ctx,
  input,
}: VerbArgs<ProjectContext, { days: number }>): Promise<RetentionPreview> {
  requirePermission(ctx, "project:read");
  return deletion.countDue(ctx.db, ctx.project.id, retentionCutoff(ctx, input.days));
}
