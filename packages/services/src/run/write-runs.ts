import {
  DomainError,
  type ExperimentId,
  invalidInput,
  isDomainError,
  notFound,
  type Run,
  RunId,
} from "@assay/contract";
import { creations, experiments, type Outcome, runs, type SqlStore } from "@assay/db";
import { runEdges, runNameStart } from "@assay/domain";
import { jsonDigest } from "@assay/domain/digest";
import { actorName, actorUserId } from "../access/actor-label.ts";
import type { ProjectContext } from "../context.ts";
import { creationScope } from "../creation/take-up.ts";
import { noSuchExperiment } from "../experiment/get-experiment.ts";
import { emitRunsCreated } from "../webhook/run-events.ts";
import type { NewRunInput, NewRunRequest } from "./new-run.ts";
import { parentOfTag } from "./parent-of-tag.ts";
import { runHere } from "./run-here.ts";

/** Tells that the experiment a run names is still to be made, which takes more than statements. */
export class MissingExperimentError extends Error {}

type MakeExperiment = () => Promise<ExperimentId>;

const refuseMissing: MakeExperiment = () => Promise.reject(new MissingExperimentError());

type Planned = NewRunRequest & { run: Omit<runs.NewRun, "params" | "tags"> };

/**
 * Makes runs of one project in the transaction `tx`, one statement for all of them. Answers for each
 * the run that was made, or the one that an equal request left behind when its server died, or why not.
 */
export async function writeRuns(
  tx: SqlStore,
  requests: readonly NewRunRequest[],
  makeExperiment = refuseMissing,
): Promise<Outcome<Run>[]> {
  const [first] = requests;
  if (first === undefined) return [];
  const { ctx } = first;
  const experimentOf = findOnce(tx, ctx, makeExperiment);
  const planned: Planned[] = [];
  const outcomes: Outcome<RunId>[] = [];
  for (const request of requests) {
    try {
      planned.push({ ...request, run: await planRun(tx, request, await experimentOf(request.input.experiment)) });
      outcomes.push({ result: request.id });
    } catch (error) {
      // What the database did not like has ended the transaction.
      if (!isDomainError(error) && !(error instanceof MissingExperimentError)) throw error;
      outcomes.push({ error });
    }
  }
  const left = await claimEach(tx, ctx, planned);
  const made = await insertRuns(
    tx,
    ctx,
    planned.filter(({ id }) => !left.has(id)),
  );
  if (left.size > 0)
    for (const run of await runs.findMany(tx, ctx.project.id, [...left.values()], ctx.clock.now()))
      made.set(run.id, run);
  return outcomes.map((outcome) => {
    if ("error" in outcome) return outcome;
    const id = left.get(outcome.result) ?? outcome.result;
    const run = made.get(id);
    return run === undefined ? { error: notFound(`Run ${id}`) } : { result: run };
  });
}

/** What is left behind by servers that died, by the id that was asked for. */
async function claimEach(tx: SqlStore, ctx: ProjectContext, planned: readonly Planned[]): Promise<Map<RunId, RunId>> {
  const asked = planned.flatMap(({ id, input: { request } }) => (request === undefined ? [] : [{ id, request }]));
  const [first] = asked;
  if (first === undefined) return new Map();
  const made = asked.map(({ id, request: { digest } }) => ({ id, digest }));
  const left = await creations.claim(tx, "run", creationScope(ctx, first.request), made);
  return new Map(Array.from(left, ([id, taken]) => [RunId.parse(id), RunId.parse(taken)]));
}

async function insertRuns(tx: SqlStore, ctx: ProjectContext, planned: readonly Planned[]): Promise<Map<RunId, Run>> {
  if (planned.length === 0) return new Map();
  const runIds = planned.map(({ id }) => id);
  const linked = planned.filter(hasEdges).map(({ id: runId }) => ({ runId }));
  await ctx.jobs.enqueueAll(tx, "lineage.rebuild", linked);
  const made = planned.map(({ run, input }) => ({ ...run, params: input.params, tags: input.tags }));
  // One way to the database and back for both; neither may be under way when the transaction ends.
  const [created, emitted] = await Promise.allSettled([
    runs.create(tx, { workspaceId: ctx.workspace.id, projectId: ctx.project.id }, made),
    emitRunsCreated(tx, ctx, runIds),
  ]);
  if (created.status === "rejected") throw created.reason;
  if (emitted.status === "rejected") throw emitted.reason;
  return created.value;
}

/** A new run that came from nothing has no lineage to write yet. */
function hasEdges({ id, input, run }: Planned): boolean {
  const { parentRunId, forkedFromRunId } = run;
  const commit = input.source.commit ?? null;
  const nothing = { datasetIds: [], inputModelIds: [], loggedModelIds: [], versions: [] };
  return runEdges({ ...nothing, runId: id, parentRunId, forkedFromRunId, commit }).length > 0;
}

async function planRun(
  tx: SqlStore,
  { ctx, id, input }: NewRunRequest,
  experimentId: ExperimentId,
): Promise<Planned["run"]> {
  const createdAt = ctx.clock.now();
  return {
    id,
    experimentId,
    name: input.name ?? null,
    nameStart: runNameStart(ctx.ids.fraction(), ctx.ids.fraction()),
    status: input.status ?? "running",
    notes: input.notes,
    source: input.source,
    environment: input.environment,
    sourceDigest: jsonDigest(input.source),
    environmentDigest: jsonDigest(input.environment),
    parentRunId:
      input.parentTag === undefined
        ? await ownRun(tx, ctx, input.parentRunId, "parentRunId")
        : await parentOfTag(tx, ctx, id, input.parentTag),
    forkedFromRunId: await ownRun(tx, ctx, input.fork?.runId, "fork.runId"),
    forkStep: input.fork?.step ?? null,
    createdBy: actorName(ctx.actor),
    actorKind: ctx.actor.kind,
    createdById: actorUserId(ctx.actor),
    createdAt,
    startedAt: input.startedAtMs === undefined ? createdAt : new Date(input.startedAtMs),
  };
}

/** Looks each experiment up once, however many runs it gets. */
function findOnce(
  tx: SqlStore,
  ctx: ProjectContext,
  makeExperiment: MakeExperiment,
): (key: NewRunInput["experiment"]) => Promise<ExperimentId> {
  const found = new Map<string | number, Promise<ExperimentId>>();
  return (key) => {
    const known = "name" in key ? key.name : key.number;
    const id = found.get(known) ?? openExperiment(tx, ctx, key).then((one) => one ?? makeExperiment());
    found.set(known, id);
    return id;
  };
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
