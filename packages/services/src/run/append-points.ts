import type { IngestWriter } from "@assay/contract";
import type { PointBatch } from "@assay/db";
import type { ProjectContext } from "../context.ts";
import { requireWritableRun } from "./require-writable-run.ts";

export type AppendOutcome = "accepted" | "duplicate";

/** Appends points on their own to a run that may be written to. */
export async function appendPoints(
  ctx: ProjectContext,
  batch: PointBatch & { writer?: IngestWriter | undefined },
): Promise<AppendOutcome> {
  await requireWritableRun(ctx.db, ctx, batch.runId);
  const outcome: unknown = await ctx.metrics.append(batch);
  return outcome === "duplicate" ? "duplicate" : "accepted";
}
