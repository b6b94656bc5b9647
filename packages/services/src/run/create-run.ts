import {
  type CreateRunInput,
  DomainError,
  type ExperimentId,
  invalidInput,
  notFound,
  type Run,
  RunId,
} from "@assay/contract";
import { creations, experiments, isUniqueViolation, notifyLive, params, runs, runTags, type SqlStore } from "@assay/db";
import { runNameStart } from "@assay/domain";
import { hexBytes, jsonDigest } from "@assay/domain/digest";
import { actorName, actorUserId } from "../access/actor-label.ts";
import { requirePermission } from "../access/require-permission.ts";
import { withLogTx, withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { createExperimentRow } from "../experiment/create-experiment-row.ts";
import { noSuchExperiment } from "../experiment/get-experiment.ts";
import { emitRunCreated } from "../webhook/run-events.ts";
import { type CreationRequest, RETRY_WINDOW_MS } from "./creation-request.ts";
import { parentOfTag } from "./parent-of-tag.ts";
import { runHere } from "./run-here.ts";

export type NewRunInput = Omit<CreateRunInput, "workspace" | "project" | "experiment"> & {
  /** A name makes the experiment when it is missing; a number must exist. */
  experiment: { name: string } | { number: number };
  status?: Run["status"] & ("scheduled" | "running");
  /** What a tag says the parent is; unlike `parentRunId` it may name no run of the project. */
  parentTag?: string | undefined;
  /** By which a request is known that its client sends again, which then makes no second run. */
  request?: CreationRequest | undefined;
};

/**
 * Starts a run. With a client-made id, a repeated request answers the run it made the first time; so does one that is
 * known by its request, as long as nobody has written to that run.
 */
export async function createRun({ ctx, input }: VerbArgs<ProjectContext, NewRunInput>): Promise<Run> {
  requirePermission(ctx, "run:write");
  const id = input.id ?? RunId.parse(ctx.ids.uuid());
  const known = input.id === undefined || input.request?.isRepeat === false ? null : await findOwn(ctx, id);
  if (known !== null) {
    if (input.request === undefined || (await creations.isUntouched(ctx.db, ctx.project.id, id))) return known;
    const request = { ...input.request, isRepeat: false };
    return createRun({ ctx, input: { ...input, id: RunId.parse(ctx.ids.uuid()), request } });
  }
  try {
    return await makeRun(ctx, id, input);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Somebody made the same run, or the same new experiment, at the same moment.
    return (input.id === undefined ? null : await findOwn(ctx, id)) ?? makeRun(ctx, id, input);
  }
}

/** Tells that the experiment a run names is still to be made, which takes more than statements. */
class MissingExperimentError extends Error {}

const refuseMissing = (): Promise<ExperimentId> => Promise.reject(new MissingExperimentError());

async function makeRun(ctx: ProjectContext, id: RunId, input: NewRunInput): Promise<Run> {
  const madeId = await writeRun(ctx, id, input);
  const run = await runs.find(ctx.db, ctx.project.id, madeId, ctx.clock.now());
  if (run === null) throw notFound(`Run ${madeId}`);
  return run;
}

/** Nearly all runs are of an experiment that is there. */
async function writeRun(ctx: ProjectContext, id: RunId, input: NewRunInput): Promise<RunId> {
  try {
    return await withLogTx(ctx, (tx) => writeRunIn(tx, ctx, id, input, refuseMissing));
  } catch (error) {
    if (!(error instanceof MissingExperimentError) || !("name" in input.experiment)) throw error;
    const { name } = input.experiment;
    requirePermission(ctx, "experiment:write");
    return withTelemetryTx(ctx, (tx) =>
      writeRunIn(tx, ctx, id, input, async () => {
        const { id: made } = await createExperimentRow(tx, ctx, { name, description: "", tags: {} });
        return made;
      }),
    );
  }
}

/** The id of the run it made, or of the one that an equal request left behind when its server died. */
async function writeRunIn(
  tx: SqlStore,
  ctx: ProjectContext,
  id: RunId,
  input: NewRunInput,
  makeExperiment: () => Promise<ExperimentId>,
): Promise<RunId> {
  const { request } = input;
  const now = ctx.clock.now();
  const since = new Date(now.getTime() - RETRY_WINDOW_MS);
  const left =
    request === undefined
      ? null
      : await creations.claim(tx, {
          projectId: ctx.project.id,
          digest: hexBytes(request.digest),
          runId: id,
          processKey: request.processKey,
          since,
          now,
        });
  if (left === null) await insertRun(tx, ctx, id, input, makeExperiment);
  return left ?? id;
}

async function insertRun(
  tx: SqlStore,
  ctx: ProjectContext,
  id: RunId,
  input: NewRunInput,
  makeExperiment: () => Promise<ExperimentId>,
): Promise<void> {
  const experimentId = (await openExperiment(tx, ctx, input.experiment)) ?? (await makeExperiment());
  const parentRunId =
    input.parentTag === undefined
      ? await ownRun(tx, ctx, input.parentRunId, "parentRunId")
      : await parentOfTag(tx, ctx, id, input.parentTag);
  const forkedFromRunId = await ownRun(tx, ctx, input.fork?.runId, "fork.runId");
  const createdAt = ctx.clock.now();
  await ctx.jobs.enqueue(tx, "lineage.rebuild", { runId: id });
  await notifyLive(tx, { kind: "run", projectId: ctx.project.id, runId: id });
  await runs.create(tx, {
    id,
    workspaceId: ctx.workspace.id,
    projectId: ctx.project.id,
    experimentId,
    name: input.name ?? null,
    nameStart: runNameStart(ctx.ids.fraction(), ctx.ids.fraction()),
    status: input.status ?? "running",
    notes: input.notes,
    source: input.source,
    environment: input.environment,
    sourceDigest: jsonDigest(input.source),
    environmentDigest: jsonDigest(input.environment),
    parentRunId,
    forkedFromRunId,
    forkStep: input.fork?.step ?? null,
    createdBy: actorName(ctx.actor),
    actorKind: ctx.actor.kind,
    createdById: actorUserId(ctx.actor),
    createdAt,
    startedAt: input.startedAtMs === undefined ? createdAt : new Date(input.startedAtMs),
  });
  await params.add(tx, ctx.project.id, id, input.params);
  await runTags.set(tx, ctx.project.id, id, input.tags);
  await emitRunCreated(tx, ctx, id);
}

/** Null for a name that is still free. */
async function openExperiment(
  tx: SqlStore,
  ctx: ProjectContext,
  key: NewRunInput["experiment"],
): Promise<ExperimentId | null> {
  const found = await experiments.hold(tx, ctx.project.id, key);
  if (found?.isArchived) {
    const message = `The experiment ${found.number} must be in the 'active' state. Current state is deleted.`;
    throw invalidInput(message, "experiment", "restore it first");
  }
  if (found !== null) return found.id;
  if ("number" in key) throw noSuchExperiment(key);
  return null;
}

async function ownRun(tx: SqlStore, ctx: ProjectContext, id: RunId | undefined, field: string): Promise<RunId | null> {
  if (id === undefined) return null;
  const own = await runHere(tx, ctx, id);
  if (own === null) throw new DomainError("NOT_FOUND", `Run ${id} not found`, { field });
  return own;
}

async function findOwn(ctx: ProjectContext, id: RunId): Promise<Run | null> {
  const owner = await runs.projectOf(ctx.db, id);
  if (owner !== null && owner !== ctx.project.id)
    throw invalidInput("This run id cannot be used", "id", "leave it out");
  return owner === null ? null : runs.find(ctx.db, ctx.project.id, id, ctx.clock.now());
}
