import {
  DomainError,
  type ExperimentId,
  type ImportJobId,
  type LoggedModelId,
  type LoggedModelStatus,
  type RunId,
} from "@assay/contract";
import { imports, loggedModels, notifyLive } from "@assay/db";
import { actorName } from "../access/actor-label.ts";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { getLoggedModel } from "../logged-model/get-logged-model.ts";
import { runHere } from "../run/run-here.ts";
import type { ImportItem } from "./import-items.ts";
import { requireImport } from "./require-import.ts";

export interface ImportedLoggedModel {
  id: LoggedModelId;
  experimentId: ExperimentId;
  name: string;
  modelType: string;
  status: LoggedModelStatus;
  params: Record<string, string>;
  tags: Record<string, string>;
  createdAtMs: number;
  updatedAtMs: number;
  isArchived: boolean;
  sourceRunId: RunId | null;
  metrics: readonly loggedModels.LoggedModelMetricRecord[];
}

/** Brings a logged model under its id, before the runs that name it; its files and the rest follow. */
export async function importLoggedModel({
  ctx,
  input,
}: VerbArgs<ProjectContext, { model: ImportedLoggedModel }>): Promise<void> {
  requirePermission(ctx, "project:manage");
  const { id, name, modelType, params, tags, experimentId, createdAtMs } = input.model;
  await withTelemetryTx(ctx, async (tx) => {
    const owner = await imports.projectOfLoggedModel(tx, id);
    if (owner === ctx.project.id) return imports.reopenLoggedModel(tx, id);
    if (owner !== null) throw new DomainError("CONFLICT", "a logged model with this id is in another project");
    await loggedModels.create(tx, {
      id,
      workspaceId: ctx.workspace.id,
      projectId: ctx.project.id,
      experimentId,
      sourceRunId: null,
      name,
      modelType,
      params,
      tags,
      createdBy: actorName(ctx.actor),
      createdAt: new Date(createdAtMs),
    });
  });
}

interface CloseInput {
  jobId: ImportJobId;
  model: ImportedLoggedModel;
  item: ImportItem;
}

/** Gives a logged model whose files have come its run, metrics, status and lifecycle, and remembers it as done. */
export async function closeImportedLoggedModel({ ctx, input }: VerbArgs<ProjectContext, CloseInput>): Promise<void> {
  requirePermission(ctx, "project:manage");
  const { jobId, model, item } = input;
  await withTelemetryTx(ctx, async (tx) => {
    await requireImport(tx, ctx, jobId);
    await loggedModels.lock(tx, model.id);
    await getLoggedModel({ ctx: { ...ctx, db: tx }, input: { loggedModelId: model.id } });
    await loggedModels.addMetrics(tx, model.id, model.metrics);
    const sourceRunId = (await runHere(tx, ctx, model.sourceRunId))?.id ?? null;
    const { status, params, tags, updatedAtMs, isArchived } = model;
    const updatedAt = new Date(updatedAtMs);
    await imports.setLoggedModelRun(tx, model.id, sourceRunId);
    const archived = isArchived ? { archivedAt: updatedAt } : {};
    await loggedModels.update(tx, ctx.project.id, model.id, { status, params, tags, updatedAt, ...archived });
    await imports.saveItem(tx, jobId, { ...item, targetId: model.id });
    if (sourceRunId !== null) await ctx.jobs.enqueue(tx, "lineage.rebuild", { runId: sourceRunId });
    await notifyLive(tx, { kind: "artifacts", projectId: ctx.project.id, runId: sourceRunId });
  });
}
