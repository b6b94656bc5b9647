import { type PointBatch, UnwritableRunError } from "@assay/db";
import type { ProjectContext } from "../context.ts";
import { requireWritableRun } from "./require-writable-run.ts";

/** Appends points on their own; the store itself refuses a run that is not the project's or archived. */
export async function appendPoints(ctx: ProjectContext, batch: PointBatch): Promise<"accepted" | "duplicate"> {
  await ctx.access.entry?.confirm();
  try {
    return await ctx.metrics.append(batch);
  } catch (error) {
    // Says why; a run that may be written to again by now is the caller's to try again.
    if (error instanceof UnwritableRunError) await requireWritableRun(ctx.db, ctx, batch.runId);
    throw error;
  }
}
