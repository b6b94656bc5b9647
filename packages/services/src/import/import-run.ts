import {
  type DatasetInput,
  DomainError,
  type ExperimentId,
  type ImportNote,
  type LoggedModelId,
  type RunId,
  type RunSource,
  type RunStatus,
} from "@assay/contract";
import { loggedModels, params, runs, runTags, type Store } from "@assay/db";
import { runNameStart } from "@assay/domain";
import { jsonDigest } from "@assay/domain/digest";
import { actorName, actorUserId } from "../access/actor-label.ts";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { linkDataset } from "../dataset/link-dataset.ts";
import { parentOfTag } from "../run/parent-of-tag.ts";
import { importNote } from "./import-note.ts";

export interface ImportedRun {
  id: RunId;
  /** One of our making when null. */
  name: string | null;
  status: RunStatus;
  startedAtMs: number;
  endedAtMs: number | null;
  isArchived: boolean;
  /** Who the source says ran it; empty when it does not say. */
  user: string;
  notes: string;
  source: RunSource;
  parentTag: string | undefined;
  params: Record<string, string>;
  tags: Record<string, string>;
  datasets: readonly DatasetInput[];
  modelInputs: readonly LoggedModelId[];
  modelOutputs: readonly { id: LoggedModelId; step: number }[];
}

/**
 * Brings a run under its id, or brings one up to date that came before, and opens it for its points and files; answers
 * what of it could not come. `closeImportedRun` archives it again.
 */
export async function importRun({
  ctx,
  input,
}: VerbArgs<ProjectContext, { experimentId: ExperimentId; run: ImportedRun }>): Promise<ImportNote[]> {
  requirePermission(ctx, "project:manage");
  const { run } = input;
  return withTelemetryTx(ctx, async (tx) => {
    const owner = await runs.projectOf(tx, run.id);
    if (owner !== null && owner !== ctx.project.id) {
      throw new DomainError("CONFLICT", "a run with this id is in another project of this server");
    }
    if (owner === null) await addRun(tx, ctx, input.experimentId, run);
    else await refreshRun(tx, ctx, run);
    const changed = await params.add(tx, ctx.project.id, [{ runId: run.id, params: run.params }]);
    await runTags.set(tx, ctx.project.id, [{ runId: run.id, tags: run.tags }]);
    const createdAt = new Date(run.startedAtMs);
    for (const given of run.datasets) await linkDataset(tx, ctx, { runId: run.id, given, createdAt });
    const absent = await linkModels(tx, ctx, run);
    return [
      ...changed.map(({ key }) =>
        importNote("missing", "params", "the run has another value of this key here", `${run.id} ${key}`),
      ),
      ...absent.map((id) => importNote("missing", "model links", "the logged model did not come", `${run.id} ${id}`)),
    ];
  });
}

async function addRun(tx: Store, ctx: ProjectContext, experimentId: ExperimentId, run: ImportedRun): Promise<void> {
  const { id, name, status, notes, source, user } = run;
  const environment = user === "" ? {} : { user };
  const startedAt = new Date(run.startedAtMs);
  const made = {
    id,
    experiment: { id: experimentId },
    requestDigest: null,
    name,
    nameStart: runNameStart(ctx.ids.fraction(), ctx.ids.fraction()),
    status,
    notes,
    source,
    environment,
    sourceDigest: jsonDigest(source),
    environmentDigest: jsonDigest(environment),
    parent: run.parentTag === undefined ? null : await parentOfTag(tx, ctx, id, run.parentTag),
    fork: null,
    createdBy: actorName(ctx.actor),
    actorKind: ctx.actor.kind,
    createdById: actorUserId(ctx.actor),
    createdAt: startedAt,
    startedAt,
    // Whether it came before or not, these are brought up to date next.
    params: {},
    tags: {},
  };
  const { workspace, project } = ctx;
  const told = { scope: null, evenIfHeard: true, accessVersions: [] };
  await runs.create(tx, { workspaceId: workspace.id, projectId: project.id, ...told, runs: [made] });
}

async function refreshRun(tx: Store, ctx: ProjectContext, run: ImportedRun): Promise<void> {
  const { id, name, notes, source, parentTag } = run;
  const state = await runs.lockState(tx, ctx.project.id, id);
  if (state?.isArchived === true) await runs.setArchived(tx, ctx.project.id, [id], null);
  await runs.update(tx, ctx.project.id, id, {
    ...(name === null ? {} : { name }),
    notes,
    source,
    ...(parentTag === undefined ? {} : { parentRunId: (await parentOfTag(tx, ctx, id, parentTag))?.id ?? null }),
  });
}

/** Links the logged models that are here already; answers the others. */
async function linkModels(tx: Store, ctx: ProjectContext, run: ImportedRun): Promise<LoggedModelId[]> {
  const absent = new Set<LoggedModelId>();
  for (const id of [...run.modelInputs, ...run.modelOutputs.map((output) => output.id)]) {
    if ((await loggedModels.find(tx, ctx.project.id, id)) === null) absent.add(id);
  }
  const inputs = run.modelInputs.filter((id) => !absent.has(id));
  if (inputs.length > 0) await loggedModels.addInputs(tx, run.id, inputs);
  for (const { id, step } of run.modelOutputs) {
    if (!absent.has(id)) await loggedModels.addOutput(tx, run.id, id, step);
  }
  return [...absent];
}
