import { invalidInput, type Run, RunId } from "@assay/contract";
import { creations, isUniqueViolation, runs } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { createExperimentRow } from "../experiment/create-experiment-row.ts";
import type { NewRunInput, NewRunRequest } from "./new-run.ts";
import { noteRun } from "./write-groups.ts";
import { MissingExperimentError, writeRuns } from "./write-runs.ts";

/**
 * Starts a run. With a client-made id, a repeated request answers the run it made the first time; so does one that is
 * known by its request, as long as nobody has written to that run.
 */
export async function createRun({ ctx, input }: VerbArgs<ProjectContext, NewRunInput>): Promise<Run> {
  requirePermission(ctx, "run:write");
  const id = input.id ?? RunId.parse(ctx.ids.uuid());
  const known = input.id === undefined || input.request?.isRepeat === false ? null : await findOwn(ctx, id);
  if (known !== null) {
    if (input.request === undefined || (await creations.isUntouched(ctx.db, "run", ctx.project.id, id))) return known;
    const request = { ...input.request, isRepeat: false };
    return createRun({ ctx, input: { ...input, id: RunId.parse(ctx.ids.uuid()), request } });
  }
  return makeOrFind({ ctx, id, input }, MOST_RACES);
}

/** Somebody may make the same new experiment at the same moment, and then the same run. */
const MOST_RACES = 2;

async function makeOrFind(request: NewRunRequest, races: number): Promise<Run> {
  try {
    return await makeRun(request);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const made = await findOwn(request.ctx, request.id);
    if (made !== null) return made;
    if (races === 0) throw error;
    return makeOrFind(request, races - 1);
  }
}

/** Nearly all runs are of an experiment that is there: those are made together with what others make. */
async function makeRun(request: NewRunRequest): Promise<Run> {
  const { ctx, input } = request;
  try {
    return await ctx.groups.runs.add(request);
  } catch (error) {
    if (!(error instanceof MissingExperimentError) || !("name" in input.experiment)) throw error;
    const { name } = input.experiment;
    requirePermission(ctx, "experiment:write");
    const made = await withTelemetryTx(ctx, async (tx) => {
      await createExperimentRow(tx, ctx, { name, description: "", tags: {} });
      const [outcome] = await writeRuns(tx, [request]);
      // Without the run there is no experiment either.
      if (outcome === undefined || "error" in outcome) throw outcome?.error ?? new Error("the run had no outcome");
      return outcome.result;
    });
    noteRun(ctx, made.id);
    return made;
  }
}

async function findOwn(ctx: ProjectContext, id: RunId): Promise<Run | null> {
  const owner = await runs.projectOf(ctx.db, id);
  if (owner !== null && owner !== ctx.project.id)
    throw invalidInput("This run id cannot be used", "id", "leave it out");
  return owner === null ? null : runs.find(ctx.db, ctx.project.id, id, ctx.clock.now());
}
