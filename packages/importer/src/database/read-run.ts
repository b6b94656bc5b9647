import { mlflowTables as sql } from "@assay/db/foreign";
import type { SourceDataset, SourceRun } from "../source/mlflow-source.ts";
import { DatasetRow, MetricKeyRow, ModelLinkRow, type RunRow } from "./rows.ts";
import type { Tables } from "./tables.ts";

/** A run with everything but its points and files. */
export async function readRun(tables: Tables, row: RunRow): Promise<SourceRun> {
  const { run_uuid: id } = row;
  const keys = await tables.all(MetricKeyRow, { table: "metrics", text: sql.metricKeys, values: [id] });
  const linkText = sql.modelLinks(tables.db.tables);
  const links = await tables.all(ModelLinkRow, { table: "inputs", text: linkText, values: [id] });
  const tags = await tables.entries("tags", sql.tags, id);
  return {
    id,
    experimentId: row.experiment_id,
    name: row.name || (tags.find(({ key }) => key === "mlflow.runName")?.value ?? ""),
    user: row.user_id,
    status: row.status,
    startedAtMs: row.start_time,
    endedAtMs: row.end_time,
    isDeleted: row.lifecycle_stage === "deleted",
    artifactUri: row.artifact_uri,
    params: await tables.entries("params", sql.params, id),
    tags,
    metrics: keys.map(({ key, points, newest }) => ({ key, mark: `${points}/${newest}` })),
    datasets: await readDatasets(tables, id),
    modelInputs: links.filter((link) => link.source_type === "RUN_INPUT").map((link) => link.destination_id),
    modelOutputs: links
      .filter((link) => link.source_type === "RUN_OUTPUT")
      .map((link) => ({ id: link.destination_id, step: link.step })),
  };
}

async function readDatasets(tables: Tables, runId: string): Promise<SourceDataset[]> {
  const datasets: SourceDataset[] = [];
  for (const row of await tables.all(DatasetRow, { table: "inputs", text: sql.datasets, values: [runId] })) {
    datasets.push({
      name: row.name,
      digest: row.digest,
      sourceType: row.dataset_source_type,
      source: row.dataset_source,
      schema: row.dataset_schema ?? null,
      profile: row.dataset_profile ?? null,
      tags: await tables.entries("input_tags", sql.inputTags, row.input_uuid),
    });
  }
  return datasets;
}
