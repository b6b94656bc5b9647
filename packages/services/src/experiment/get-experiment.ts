import { type Experiment, notFound } from "@assay/contract";
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
  if (experiment === null) throw notFound(`Experiment ${"number" in input ? input.number : `'${input.name}'`}`);
  return experiment;
}
