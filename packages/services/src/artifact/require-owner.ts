import { type ArtifactOwner, DomainError, type LoggedModelId, notFound } from "@assay/contract";
import { loggedModels, runs, type SqlStore } from "@assay/db";
import type { ProjectContext } from "../context.ts";
import { holdWritableRun, requireWritableRun } from "../run/require-writable-run.ts";

/** Refuses with NOT_FOUND unless the run or logged model is the project's. */
export async function requireReadableOwner(ctx: ProjectContext, owner: ArtifactOwner): Promise<void> {
  const found =
    owner.kind === "run"
      ? await runs.findState(ctx.db, ctx.project.id, owner.runId)
      : await loggedModels.find(ctx.db, ctx.project.id, owner.loggedModelId);
  if (found === null)
    throw notFound(owner.kind === "run" ? `Run ${owner.runId}` : `Logged model ${owner.loggedModelId}`);
}

/** As above, and that it still takes files: an archived one does not. */
export async function requireWritableOwner(ctx: ProjectContext, owner: ArtifactOwner): Promise<void> {
  if (owner.kind === "run") await requireWritableRun(ctx.db, ctx, owner.runId);
  else requireActive(owner.loggedModelId, await loggedModels.find(ctx.db, ctx.project.id, owner.loggedModelId));
}

/** The same for a file that is put in the transaction `tx`: its owner cannot be deleted before it ends. */
export async function holdWritableOwner(tx: SqlStore, ctx: ProjectContext, owner: ArtifactOwner): Promise<void> {
  if (owner.kind === "run") await holdWritableRun(tx, ctx, owner.runId);
  else requireActive(owner.loggedModelId, await loggedModels.holdState(tx, ctx.project.id, owner.loggedModelId));
}

function requireActive(id: LoggedModelId, model: { isArchived: boolean } | null): void {
  if (model === null) throw notFound(`Logged model ${id}`);
  if (model.isArchived) throw new DomainError("CONFLICT", "This logged model is archived; restore it first");
}
