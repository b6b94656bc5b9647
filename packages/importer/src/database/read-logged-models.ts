import { mlflowTables as sql } from "@assay/db/foreign";
import type { SourceExperiment, SourceLoggedModel } from "../source/mlflow-source.ts";
import { LoggedModelRow, ModelMetricRow } from "./rows.ts";
import type { Tables } from "./tables.ts";

/** By the numbers MLflow's table keeps. */
const STATUS = ["UNSPECIFIED", "PENDING", "READY", "FAILED"] as const;

/** The logged models of an experiment; databases from before 3.0 have none. */
export async function* readLoggedModels(tables: Tables, { id }: SourceExperiment): AsyncGenerator<SourceLoggedModel> {
  const found = await tables.all(LoggedModelRow, { table: "logged_models", text: sql.loggedModels, values: [id] });
  for (const row of found) {
    const { model_id } = row;
    const metrics = await tables.all(ModelMetricRow, {
      table: "logged_model_metrics",
      text: sql.loggedModelMetrics,
      values: [model_id],
    });
    yield {
      id: model_id,
      experimentId: row.experiment_id,
      name: row.name,
      modelType: row.model_type,
      status: STATUS[row.status] ?? "UNSPECIFIED",
      sourceRunId: row.source_run_id,
      artifactUri: row.artifact_location,
      createdAtMs: row.creation_timestamp_ms,
      updatedAtMs: row.last_updated_timestamp_ms,
      isDeleted: row.lifecycle_stage === "deleted",
      params: await tables.entries("logged_model_params", sql.loggedModelParams, model_id),
      tags: await tables.entries("logged_model_tags", sql.loggedModelTags, model_id),
      metrics: metrics.map((metric) => ({
        key: metric.metric_name,
        value: metric.metric_value,
        timeMs: metric.metric_timestamp_ms,
        step: metric.metric_step,
        runId: metric.run_id,
        datasetName: metric.dataset_name,
        datasetDigest: metric.dataset_digest,
      })),
    };
  }
}
