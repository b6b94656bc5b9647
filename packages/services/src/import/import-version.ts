import {
  type ArtifactOwner,
  DomainError,
  type ImportJobId,
  type LoggedModelId,
  type ModelVersionDetail,
  type RunId,
} from "@assay/contract";
import { artifacts, imports, loggedModels, modelVersions, notifyLive, registeredModels, type Store } from "@assay/db";
import { manifestDigest } from "@assay/domain/digest";
import { actorName } from "../access/actor-label.ts";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { getModel } from "../model/get-model.ts";
import { filesUnder } from "../model-version/files-under.ts";
import { runHere } from "../run/run-here.ts";
import type { ImportItem } from "./import-items.ts";
import { requireImport } from "./require-import.ts";

type Files = ModelVersionDetail["files"];

export interface ImportedVersion {
  name: string;
  number: number;
  description: string;
  tags: Record<string, string>;
  sourceUri: string;
  runLink: string;
  runId: RunId | null;
  loggedModelId: LoggedModelId | null;
  /** Where its files are: in a folder of a tree that came, or kept one by one. */
  files: { kind: "tree"; owner: ArtifactOwner; folder: string } | { kind: "kept"; files: Files };
  createdAtMs: number;
  updatedAtMs: number;
}

interface Input {
  jobId: ImportJobId;
  version: ImportedVersion;
  item: ImportItem;
}

/**
 * Brings a model version under its number: its files by digest and the run it came from, if that came. A version that
 * is here already keeps its files; another one under the same number is refused.
 */
export async function importVersion({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<{ hasRun: boolean }> {
  requirePermission(ctx, "project:manage");
  const { jobId, version, item } = input;
  return withTelemetryTx(ctx, async (tx) => {
    await requireImport(tx, ctx, jobId);
    const model = await getModel({ ctx: { ...ctx, db: tx }, input: version });
    await registeredModels.lock(tx, model.id);
    const files = await filesOf(tx, ctx, version);
    const rootDigest = manifestDigest(files);
    const sourceRunId = (await runHere(tx, ctx, version.runId))?.id ?? null;
    const known = await modelVersions.find(tx, ctx.project.id, model.id, version.number);
    if (known === null) await addVersion(tx, ctx, { version, modelId: model.id, files, rootDigest, sourceRunId });
    else if (known.rootDigest !== rootDigest) {
      throw new DomainError("CONFLICT", "a version of this number with other files is here already");
    }
    const { description, tags, number } = version;
    await modelVersions.update(tx, model.id, number, { description, tags, updatedAt: new Date(version.updatedAtMs) });
    await imports.passVersionNumber(tx, model.id, number);
    await imports.saveItem(tx, jobId, { ...item, targetId: `${version.name}/${number}` });
    if (sourceRunId !== null) await ctx.jobs.enqueue(tx, "lineage.rebuild", { runId: sourceRunId });
    await notifyLive(tx, { kind: "registry", projectId: ctx.project.id, runId: sourceRunId });
    return { hasRun: sourceRunId !== null };
  });
}

interface NewVersion {
  version: ImportedVersion;
  modelId: Parameters<typeof modelVersions.find>[2];
  files: Files;
  rootDigest: ReturnType<typeof manifestDigest>;
  sourceRunId: RunId | null;
}

async function addVersion(tx: Store, ctx: ProjectContext, added: NewVersion): Promise<void> {
  const { version, modelId, files, rootDigest, sourceRunId } = added;
  const { number, description, tags, sourceUri, runLink, loggedModelId } = version;
  const model = loggedModelId === null ? null : await loggedModels.find(tx, ctx.project.id, loggedModelId);
  const isInRun = version.files.kind === "tree" && version.files.owner.kind === "run";
  await modelVersions.create(tx, {
    id: ctx.ids.uuid(),
    modelId,
    number,
    projectId: ctx.project.id,
    description,
    tags,
    sourceRunId,
    loggedModelId: model === null ? null : loggedModelId,
    artifactPath: isInRun && version.files.kind === "tree" ? version.files.folder : "",
    sourceUri,
    runLink,
    files,
    rootDigest,
    createdBy: actorName(ctx.actor),
    createdAt: new Date(version.createdAtMs),
  });
}

async function filesOf(tx: Store, ctx: ProjectContext, { files }: ImportedVersion): Promise<Files> {
  const found =
    files.kind === "kept"
      ? filesUnder("", files.files)
      : filesUnder(files.folder, await artifacts.tree(tx, ctx.project.id, files.owner));
  if (found.length === 0) throw new DomainError("INVALID_INPUT", "its files are not among those that came");
  return found;
}
