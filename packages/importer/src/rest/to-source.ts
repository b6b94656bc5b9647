import type { SourceLoggedModel, SourceRun } from "../source/mlflow-source.ts";
import type { WireLoggedModel, WireRun } from "./wire.ts";

/** A run as REST shows it, as a source's. */
export function toRun({ info, data, inputs, outputs }: WireRun): SourceRun {
  return {
    id: info.run_id ?? info.run_uuid ?? "",
    experimentId: info.experiment_id,
    name: info.run_name,
    user: info.user_id,
    status: info.status,
    startedAtMs: info.start_time,
    endedAtMs: info.end_time,
    isDeleted: info.lifecycle_stage === "deleted",
    artifactUri: info.artifact_uri,
    params: data.params,
    tags: data.tags,
    metrics: data.metrics.map(({ key, step, timestamp, value }) => ({ key, mark: `${step}/${timestamp}/${value}` })),
    datasets: (inputs?.dataset_inputs ?? []).map(({ tags, dataset }) => ({
      name: dataset.name,
      digest: dataset.digest,
      sourceType: dataset.source_type,
      source: dataset.source,
      schema: dataset.schema ?? null,
      profile: dataset.profile ?? null,
      tags,
    })),
    modelInputs: (inputs?.model_inputs ?? []).map(({ model_id }) => model_id),
    modelOutputs: (outputs?.model_outputs ?? []).map(({ model_id, step }) => ({ id: model_id, step: step ?? 0 })),
  };
}

/** A logged model as REST shows it. One that is deleted it does not show. */
export function toLoggedModel({ info, data }: WireLoggedModel): SourceLoggedModel {
  return {
    id: info.model_id,
    experimentId: info.experiment_id,
    name: info.name,
    modelType: info.model_type,
    status: info.status.replace(/^LOGGED_MODEL_(UPLOAD_)?/, ""),
    sourceRunId: info.source_run_id,
    artifactUri: info.artifact_uri,
    createdAtMs: info.creation_timestamp_ms,
    updatedAtMs: info.last_updated_timestamp_ms,
    isDeleted: false,
    params: data?.params ?? [],
    tags: info.tags,
    metrics: (data?.metrics ?? []).map(({ key, value, timestamp, step, run_id, dataset_name, dataset_digest }) => ({
      key,
      value,
      timeMs: timestamp,
      step,
      runId: run_id,
      datasetName: dataset_name,
      datasetDigest: dataset_digest,
    })),
  };
}
