import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { keysOf, type LogInput, logToRun } from "./log-to-run.ts";
import { requireWritableRun } from "./require-writable-run.ts";
import { type UpdateRunFields, updateRun } from "./update-run.ts";

interface Input extends LogInput {
  /** What some of the tags say about the run itself. */
  details: Omit<UpdateRunFields, "runId"> | null;
}

/** As logToRun, and takes over what tags say of the run's name, notes, source and parent; all of it or nothing. */
export async function logWithDetails({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<void> {
  requirePermission(ctx, "run:write");
  const { details, ...logged } = input;
  if (details === null) {
    await logToRun({ ctx, input: logged });
    return;
  }
  await requireWritableRun(ctx.db, ctx, input.runId);
  await ctx.metrics.prepare(ctx.project.id, keysOf(input.metrics ?? []));
  await withTelemetryTx(ctx, async (tx) => {
    const inTx = { ...ctx, db: tx };
    await updateRun({ ctx: inTx, input: { ...details, runId: input.runId } });
    await logToRun({ ctx: inTx, input: logged });
  });
}
