import { DomainError, invalidInput, isDomainError, notFound, type Run, RunId, type RunRef } from "@assay/contract";
import { creations, type Outcome, runs, type SqlStore } from "@assay/db";
import { runEdges, runNameStart } from "@assay/domain";
import { jsonDigest } from "@assay/domain/digest";
import { actorName, actorUserId } from "../access/actor-label.ts";
import { underAccess } from "../access/under-access.ts";
import type { ProjectContext } from "../context.ts";
import { creationScope } from "../creation/take-up.ts";
import { noSuchExperiment } from "../experiment/get-experiment.ts";
import { emitRunsCreated } from "../webhook/run-events.ts";
import type { NewRunInput, NewRunRequest } from "./new-run.ts";
import { parentOfTag } from "./parent-of-tag.ts";
import { runHere } from "./run-here.ts";

/** Tells that the experiment a run names is still to be made, which takes more than statements. */
export class MissingExperimentError extends Error {}

type Planned = NewRunRequest & { run: runs.NewRun };

/** Whether there is nothing to look up for a run before it is made, and nothing to write besides. */
const standsAlone = ({ parentRunId, parentTag, fork, source }: NewRunInput): boolean =>
  parentRunId === undefined && parentTag === undefined && fork === undefined && (source.commit ?? null) === null;

/**
 * Makes those runs of one project that stand alone, by one statement for all of them. Answers null for each that takes
 * a transaction: also when a webhook is to be told of it, or another server process knows its request.
 */
export async function writeRunsAlone(
  ctx: ProjectContext,
  requests: readonly NewRunRequest[],
): Promise<(Outcome<Run> | null)[]> {
  const alone = requests.filter(({ input }) => standsAlone(input));
  const planned = await Promise.all(
    alone.map(async (request) => ({ ...request, run: await planRun(ctx.db, request) })),
  );
  const { byId } = await createPlanned(ctx.db, ctx, planned, { evenIfHeard: false });
  return requests.map(({ id, input }) => {
    const creation = byId.get(id);
    if (creation === undefined || creation.kind === "heard" || creation.kind === "known") return null;
    return toOutcome(input, creation);
  });
}

/**
 * Makes runs of one project in the transaction `tx`. Answers for each the run that was made, or the one that an equal
 * request left behind when its server died, or why not.
 */
export async function writeRuns(tx: SqlStore, requests: readonly NewRunRequest[]): Promise<Outcome<Run>[]> {
  const [first] = requests;
  if (first === undefined) return [];
  const { ctx } = first;
  const refusals = new Map<RunId, unknown>();
  const planned: Planned[] = [];
  for (const request of requests) {
    try {
      planned.push({ ...request, run: await planRun(tx, request) });
    } catch (error) {
      // What the database did not like has ended the transaction.
      if (!isDomainError(error)) throw error;
      refusals.set(request.id, error);
    }
  }
  const { byId, isHeard } = await createPlanned(tx, ctx, planned, { evenIfHeard: true });
  const known = planned.filter(({ id }) => byId.get(id)?.kind === "known");
  const left = await claimEach(tx, ctx, known);
  const unclaimed = known.filter(({ id }) => !left.has(id)).map((one) => ({ ...one, run: withoutRequest(one.run) }));
  for (const [id, creation] of (await createPlanned(tx, ctx, unclaimed, { evenIfHeard: true })).byId)
    byId.set(id, creation);
  const made = planned.filter(({ id }) => byId.get(id)?.kind === "made");
  await ctx.jobs.enqueueAll(
    tx,
    "lineage.rebuild",
    made.filter(hasEdges).map(({ id: runId }) => ({ runId })),
  );
  const madeIds = made.map(({ id }) => id);
  if (isHeard && madeIds.length > 0) await emitRunsCreated(tx, ctx, madeIds);
  return requests.map(({ id, input }) => {
    if (refusals.has(id)) return { error: refusals.get(id) };
    const run = left.get(id);
    return run === undefined ? toOutcome(input, byId.get(id)) : { result: run };
  });
}

function createPlanned(
  store: SqlStore,
  ctx: ProjectContext,
  planned: readonly Planned[],
  { evenIfHeard }: Pick<runs.NewRuns, "evenIfHeard">,
): Promise<runs.Creations> {
  const request = planned.find(({ input }) => input.request !== undefined)?.input.request;
  const create = (accessVersions: bigint[]): Promise<runs.Creations> =>
    runs.create(store, {
      workspaceId: ctx.workspace.id,
      projectId: ctx.project.id,
      scope: request === undefined ? null : creationScope(ctx, request),
      evenIfHeard,
      accessVersions,
      runs: planned.map(({ run }) => run),
    });
  return underAccess(
    planned.map((one) => one.ctx),
    create,
  );
}

/** The runs that servers left behind which died, by the id that was asked for. All other requests are noted. */
async function claimEach(tx: SqlStore, ctx: ProjectContext, known: readonly Planned[]): Promise<Map<RunId, Run>> {
  const left = new Map<RunId, Run>();
  for (const { id, input } of known) {
    if (input.request === undefined) continue;
    const asked = { id, digest: input.request.digest };
    const taken = await creations.claim(tx, "run", creationScope(ctx, input.request), asked);
    if (taken === null) continue;
    const run = await runs.find(tx, ctx.project.id, RunId.parse(taken), ctx.clock.now());
    if (run === null) throw notFound(`Run ${taken}`);
    left.set(id, run);
  }
  return left;
}

/** Its request is noted already. */
const withoutRequest = (run: runs.NewRun): runs.NewRun => ({ ...run, requestDigest: null });

function toOutcome({ experiment }: NewRunInput, creation: runs.Creation | undefined): Outcome<Run> {
  switch (creation?.kind) {
    case "made":
      return { result: creation.run };
    case "archivedExperiment": {
      const message = `The experiment ${creation.number} must be in the 'active' state. Current state is deleted.`;
      return { error: invalidInput(message, "experiment", "restore it first") };
    }
    case "missingExperiment":
      return { error: "name" in experiment ? new MissingExperimentError() : noSuchExperiment(experiment) };
    default:
      throw new Error(`nobody has seen to a run that is ${creation?.kind ?? "forgotten"}`);
  }
}

/** A new run that came from nothing has no lineage to write yet. */
function hasEdges({ id, input, run }: Planned): boolean {
  const parentRunId = run.parent?.id ?? null;
  const forkedFromRunId = run.fork?.from.id ?? null;
  const commit = input.source.commit ?? null;
  const nothing = { datasetIds: [], inputModelIds: [], loggedModelIds: [], versions: [] };
  return runEdges({ ...nothing, runId: id, parentRunId, forkedFromRunId, commit }).length > 0;
}

async function planRun(tx: SqlStore, { ctx, id, input }: NewRunRequest): Promise<runs.NewRun> {
  const parent = await parentOf(tx, ctx, id, input);
  const fork =
    input.fork === undefined
      ? null
      : { from: await ownRun(tx, ctx, input.fork.runId, "fork.runId"), step: input.fork.step };
  const createdAt = ctx.clock.now();
  return {
    id,
    experiment: input.experiment,
    requestDigest: input.request?.digest ?? null,
    name: input.name ?? null,
    nameStart: runNameStart(ctx.ids.fraction(), ctx.ids.fraction()),
    status: input.status ?? "running",
    notes: input.notes,
    source: input.source,
    environment: input.environment,
    sourceDigest: jsonDigest(input.source),
    environmentDigest: jsonDigest(input.environment),
    parent,
    fork,
    createdBy: actorName(ctx.actor),
    actorKind: ctx.actor.kind,
    createdById: actorUserId(ctx.actor),
    createdAt,
    startedAt: input.startedAtMs === undefined ? createdAt : new Date(input.startedAtMs),
    params: input.params,
    tags: input.tags,
  };
}

async function parentOf(tx: SqlStore, ctx: ProjectContext, id: RunId, input: NewRunInput): Promise<RunRef | null> {
  if (input.parentTag !== undefined) return parentOfTag(tx, ctx, id, input.parentTag);
  return input.parentRunId === undefined ? null : ownRun(tx, ctx, input.parentRunId, "parentRunId");
}

async function ownRun(tx: SqlStore, ctx: ProjectContext, id: RunId, field: string): Promise<RunRef> {
  const own = await runHere(tx, ctx, id);
  if (own === null) throw new DomainError("NOT_FOUND", `Run ${id} not found`, { field });
  return own;
}
