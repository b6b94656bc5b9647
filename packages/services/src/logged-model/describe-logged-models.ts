import { experiments, loggedModels, modelVersions } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import type { LoggedModelRecord } from "./get-logged-model.ts";

type ModelMetric = loggedModels.LoggedModelMetricRecord;

/** A logged model with its metrics and the versions registered from it. */
export interface DescribedLoggedModel extends LoggedModelRecord {
  metrics: ModelMetric[];
  registrations: { name: string; version: number }[];
}

/** Adds to logged models what was measured on them and where they were registered. */
export async function describeLoggedModels({
  ctx,
  input,
}: VerbArgs<ProjectContext, { models: readonly LoggedModelRecord[] }>): Promise<DescribedLoggedModel[]> {
  requirePermission(ctx, "run:read");
  const ids = input.models.map((model) => model.id);
  if (ids.length === 0) return [];
  const experimentIds = [...new Set(input.models.map((model) => model.experimentId))];
  const [metricsOf, versions, found] = await Promise.all([
    loggedModels.metricsOf(ctx.db, ids),
    modelVersions.list(ctx.db, ctx.project.id, { loggedModelIds: ids }, 10_000),
    experiments.findMany(ctx.db, ctx.project.id, experimentIds),
  ]);
  const numberOf = new Map(found.map((experiment) => [experiment.id, experiment.number]));
  return input.models.map((model) => ({
    ...model,
    experimentNumber: numberOf.get(model.experimentId) ?? model.experimentNumber,
    metrics: metricsOf.get(model.id) ?? [],
    registrations: versions
      .filter((version) => version.loggedModelId === model.id)
      .map((version) => ({ name: version.modelName, version: version.number })),
  }));
}
