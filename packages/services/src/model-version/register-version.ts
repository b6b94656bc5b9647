import {
  DomainError,
  invalidInput,
  type LoggedModelId,
  type ModelVersionDetail,
  notFound,
  type RegisterVersionInput,
  type RunId,
} from "@assay/contract";
import { artifacts, loggedModels, modelVersions, notifyLive, registeredModels, type Store } from "@assay/db";
import { parseArtifactFolder } from "@assay/domain";
import { manifestDigest, sortManifest } from "@assay/domain/digest";
import { actorName } from "../access/actor-label.ts";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { type Asked, takeUp } from "../creation/take-up.ts";
import { getModel } from "../model/get-model.ts";
import { holdWritableRun } from "../run/require-writable-run.ts";
import { emitVersionCreated } from "../webhook/registry-events.ts";
import { filesUnder } from "./files-under.ts";
import { getVersion, type VersionRecord } from "./get-version.ts";

type Input = Pick<RegisterVersionInput, "name" | "source" | "description" | "tags"> &
  Asked & {
    /** The source as a client named it, shown back to it; ours when left out. */
    sourceUri?: string;
    /** Where a person can read of the run, as a client named it. */
    runLink?: string;
  };

interface VersionSource {
  /** Null only for what comes from a version whose run was deleted. */
  sourceRunId: RunId | null;
  loggedModelId: LoggedModelId | null;
  artifactPath: string;
  sourceUri: string;
  files: ModelVersionDetail["files"];
}

/**
 * Freezes a run's model as the next version of a registered model: its files by digest, and the run they came from.
 * The model must exist. Files put later do not change the version. A request sent again registers no second one.
 */
export async function registerVersion({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<VersionRecord> {
  requirePermission(ctx, "model:write");
  const model = await getModel({ ctx, input });
  const number = await withTx(ctx, async (tx) => {
    const { id, isMade } = await takeUp(tx, ctx, "modelVersion", input);
    if (isMade) return modelVersions.numberOf(tx, ctx.project.id, id);
    const source = await readSource(tx, ctx, input);
    const next = await modelVersions.takeNumber(tx, model.id);
    const rootDigest = manifestDigest(source.files);
    await modelVersions.create(tx, {
      ...source,
      id,
      runLink: input.runLink ?? "",
      modelId: model.id,
      number: next,
      projectId: ctx.project.id,
      description: input.description,
      tags: input.tags,
      rootDigest,
      createdBy: actorName(ctx.actor),
      createdAt: ctx.clock.now(),
    });
    await registeredModels.update(tx, model.id, { updatedAt: ctx.clock.now() });
    if (source.sourceRunId !== null) await ctx.jobs.enqueue(tx, "lineage.rebuild", { runId: source.sourceRunId });
    const subject = { kind: "modelVersion", id: `${model.name}/${next}` };
    await audit(tx, ctx, {
      action: "modelVersion.register",
      subject,
      details: { rootDigest, runId: source.sourceRunId },
    });
    await emitVersionCreated(tx, ctx, {
      ...input,
      name: model.name,
      number: next,
      source: source.sourceUri,
      runId: source.sourceRunId,
    });
    await notifyLive(tx, { kind: "registry", projectId: ctx.project.id, runId: source.sourceRunId });
    return next;
  });
  return getVersion({ ctx, input: { name: model.name, version: number } });
}

async function readSource(tx: Store, ctx: ProjectContext, { source, sourceUri }: Input): Promise<VersionSource> {
  if (source.kind === "loggedModel") return readLoggedModel(tx, ctx, source.loggedModelId, sourceUri);
  if (source.kind === "version") return readFrozen(tx, ctx, source, sourceUri);
  await holdWritableRun(tx, ctx, source.runId);
  const folder = parseArtifactFolder(source.path);
  const tree = await artifacts.tree(tx, ctx.project.id, { kind: "run", runId: source.runId });
  const files = filesUnder(folder, tree);
  if (files.length === 0) {
    throw invalidInput(
      `The run has no files at ${folder === "" ? "its root" : folder}`,
      "source.path",
      "log the model's files to the run first",
    );
  }
  const uri = sourceUri ?? `runs:/${source.runId}/${folder}`;
  return { sourceRunId: source.runId, loggedModelId: null, artifactPath: folder, sourceUri: uri, files };
}

async function readLoggedModel(
  tx: Store,
  ctx: ProjectContext,
  id: LoggedModelId,
  sourceUri: string | undefined,
): Promise<VersionSource> {
  const model = await loggedModels.find(tx, ctx.project.id, id);
  if (model === null) throw notFound(`Logged model ${id}`);
  if (model.sourceRun === null) {
    throw new DomainError("CONFLICT", "A version always has a source run, and this logged model has none", {
      remedy: "log the model inside a run",
    });
  }
  const files = sortManifest(await artifacts.tree(tx, ctx.project.id, { kind: "loggedModel", loggedModelId: id }));
  if (files.length === 0)
    throw invalidInput(`Logged model ${id} has no files yet`, "source.loggedModelId", "upload its files first");
  const uri = sourceUri ?? `models:/${id}`;
  return { sourceRunId: model.sourceRun.id, loggedModelId: id, artifactPath: "", sourceUri: uri, files };
}

/** The very files of another version: what its run holds by now may be something else. */
async function readFrozen(
  tx: Store,
  ctx: ProjectContext,
  { name, version }: { name: string; version: number },
  sourceUri: string | undefined,
): Promise<VersionSource> {
  const frozen = await getVersion({ ctx: { ...ctx, db: tx }, input: { name, version } });
  return {
    sourceRunId: frozen.sourceRun?.id ?? null,
    loggedModelId: frozen.loggedModelId,
    artifactPath: frozen.artifactPath,
    sourceUri: sourceUri ?? `models:/${name}/${version}`,
    files: frozen.files,
  };
}
