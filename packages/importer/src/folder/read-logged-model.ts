import type { SourceLoggedModel, SourceModelMetric } from "../source/mlflow-source.ts";
import { pythonNumber } from "./metric-lines.ts";
import type { Meta } from "./read-yaml.ts";
import type { StoreFolder } from "./store-folder.ts";

const STATUS = ["UNSPECIFIED", "PENDING", "READY", "FAILED"] as const;

/** A logged model with everything but its files; `place` is its folder. */
export async function readLoggedModel(
  store: StoreFolder,
  place: readonly string[],
  { id, experimentId, meta }: { id: string; experimentId: string; meta: Meta },
): Promise<SourceLoggedModel> {
  return {
    id,
    experimentId,
    name: meta.text("name"),
    modelType: meta.text("model_type"),
    status: STATUS[meta.number("status") ?? 0] ?? "UNSPECIFIED",
    sourceRunId: meta.text("source_run_id"),
    artifactUri: meta.text("artifact_location"),
    createdAtMs: meta.number("creation_timestamp"),
    updatedAtMs: meta.number("last_updated_timestamp"),
    isDeleted: meta.get("lifecycle_stage") === "deleted",
    params: await store.entries(...place, "params"),
    tags: await store.entries(...place, "tags"),
    metrics: await readMetrics(store, [...place, "metrics"]),
  };
}

/** A line is `time value step run`, with the name and digest of a dataset behind where it is of one. */
async function readMetrics(store: StoreFolder, place: readonly string[]): Promise<SourceModelMetric[]> {
  const metrics: SourceModelMetric[] = [];
  for (const key of await store.keys(...place)) {
    for await (const line of store.lines(...place, key)) {
      const [time = "", value = "", step = "", runId = "", datasetName = "", datasetDigest = ""] = line.split(" ");
      const numbers = { timeMs: Number(time), value: pythonNumber(value), step: Number(step) };
      metrics.push({ key, ...numbers, runId, datasetName, datasetDigest });
    }
  }
  return metrics;
}
