import { DomainError, type Experiment } from "@assay/contract";
import { experiments } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";

export type ExperimentKey = { number: number } | { name: string };

/** One experiment of the project, by number or by name; archived ones too. */
export async function getExperiment({ ctx, input }: VerbArgs<ProjectContext, ExperimentKey>): Promise<Experiment> {
  requirePermission(ctx, "experiment:read");
  const experiment =
    "number" in input
      ? await experiments.findByNumber(ctx.db, ctx.project.id, input.number)
      : await experiments.findByName(ctx.db, ctx.project.id, input.name);
  if (experiment === null) throw noSuchExperiment(input);
  return experiment;
}

/** Said as MLflow says it: clients match it. */
export function noSuchExperiment(key: ExperimentKey): DomainError {
  const message =
    "number" in key
      ? `No Experiment with id=${key.number} exists`
      : `Could not find experiment with name '${key.name}'`;
  return new DomainError("NOT_FOUND", message);
}
