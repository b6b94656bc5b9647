import { stat } from "node:fs/promises";
import type { SourceDataset, SourceRun } from "../source/mlflow-source.ts";
import type { Meta } from "./read-yaml.ts";
import type { StoreFolder } from "./store-folder.ts";

/** By the numbers that a run's `meta.yaml` keeps. */
const STATUS = ["RUNNING", "RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED"] as const;

/** A run with everything but its points and files. `folder` leads to its experiment. */
export async function readRun(
  store: StoreFolder,
  { folder, experimentId, id, meta }: { folder: readonly string[]; experimentId: string; id: string; meta: Meta },
): Promise<SourceRun> {
  const place = [...folder, id];
  const tags = await store.entries(...place, "tags");
  const { datasets, models } = await readInputs(store, folder, place);
  return {
    id,
    experimentId,
    name: meta.text("run_name") || meta.text("name") || (tags.find(({ key }) => key === "mlflow.runName")?.value ?? ""),
    user: meta.text("user_id"),
    status: STATUS[meta.number("status") ?? 1] ?? meta.text("status"),
    startedAtMs: meta.number("start_time"),
    endedAtMs: meta.number("end_time"),
    isDeleted: meta.get("lifecycle_stage") === "deleted",
    artifactUri: meta.text("artifact_uri"),
    params: await store.entries(...place, "params"),
    tags,
    metrics: await readMarks(store, place),
    datasets,
    modelInputs: models,
    modelOutputs: await readOutputs(store, place),
  };
}

/** A metric's file only ever grows. */
async function readMarks(store: StoreFolder, place: readonly string[]): Promise<SourceRun["metrics"]> {
  const marks: { key: string; mark: string }[] = [];
  for (const key of await store.keys(...place, "metrics")) {
    marks.push({ key, mark: String((await stat(store.place(...place, "metrics", key))).size) });
  }
  return marks;
}

async function readInputs(
  store: StoreFolder,
  folder: readonly string[],
  place: readonly string[],
): Promise<{ datasets: SourceDataset[]; models: string[] }> {
  const datasets: SourceDataset[] = [];
  const models: string[] = [];
  for (const name of await store.folders(...place, "inputs")) {
    const input = await store.meta(...place, "inputs", name);
    const sourceId = input?.text("source_id") ?? "";
    if (input?.get("source_type") === "MODEL") models.push(sourceId);
    const dataset = sourceId === "" ? null : await store.meta(...folder, "datasets", sourceId);
    if (input?.get("source_type") !== "DATASET" || dataset === null) continue;
    datasets.push({
      name: dataset.text("name"),
      digest: dataset.text("digest"),
      sourceType: dataset.text("source_type"),
      source: dataset.text("source"),
      schema: dataset.get("schema"),
      profile: dataset.get("profile"),
      tags: input.entries("tags"),
    });
  }
  return { datasets, models };
}

/** The folder of an output bears the model's id. */
async function readOutputs(store: StoreFolder, place: readonly string[]): Promise<SourceRun["modelOutputs"]> {
  const outputs: { id: string; step: number }[] = [];
  for (const id of await store.folders(...place, "outputs")) {
    const meta = await store.meta(...place, "outputs", id);
    if (meta !== null) outputs.push({ id, step: meta.number("step") ?? 0 });
  }
  return outputs;
}
