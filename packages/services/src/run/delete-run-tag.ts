import { DomainError, type RunId } from "@assay/contract";
import { notifyLive, runs, runTags, type Store } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { holdWritableRun } from "./require-writable-run.ts";

interface Input {
  runId: RunId;
  key: string;
  /** What the run has of its own and clients see as this tag. A name stays: every run has one. */
  view?: "name" | "notes" | "parent" | undefined;
}

export async function deleteRunTag({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<void> {
  requirePermission(ctx, "run:write");
  const { runId, key, view } = input;
  await withTelemetryTx(ctx, async (tx) => {
    await holdWritableRun(tx, ctx, runId);
    const wasTag = await runTags.remove(tx, ctx.project.id, runId, key);
    const wasShown = view !== undefined && (await forget(tx, ctx, runId, view));
    if (!wasTag && !wasShown)
      throw new DomainError("NOT_FOUND", `No tag with name: ${key} in run with id ${runId}`, { field: "key" });
    await notifyLive(tx, { kind: "run", projectId: ctx.project.id, runId });
  });
}

/** Clears what a tag was a view of; false when there was nothing. */
async function forget(tx: Store, ctx: ProjectContext, runId: RunId, view: "name" | "notes" | "parent") {
  if (view === "name") return true;
  const run = await runs.find(tx, ctx.project.id, runId, ctx.clock.now());
  if (view === "notes") {
    await runs.update(tx, ctx.project.id, runId, { notes: "" });
    return run !== null && run.notes !== "";
  }
  await runs.update(tx, ctx.project.id, runId, { parentRunId: null });
  await ctx.jobs.enqueue(tx, "lineage.rebuild", { runId });
  return run !== null && run.parent !== null;
}
