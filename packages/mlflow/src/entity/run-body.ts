import type { RunDataset } from "@assay/contract";
import type { RunRecord } from "@assay/services";
import { artifactUri, type ProjectAddress } from "../artifact/artifact-root.ts";
import { toInt64 } from "../wire/write-json.ts";
import { wireRunStatus } from "./run-status.ts";
import { tagList } from "./tag-list.ts";

/** A run with its latest metrics, params, tags, datasets and models as the protocol shows it. */
export function runBody(scope: ProjectAddress, record: RunRecord): object {
  const { run, params, tags, latest, datasets, modelInputs, modelOutputs } = record;
  return {
    info: runInfoBody(scope, run),
    data: {
      metrics: latest.map(({ key, last, lastStep, lastTimeMs }) => ({
        key,
        value: last,
        timestamp: lastTimeMs,
        step: toInt64(lastStep),
      })),
      params: tagList(params),
      tags: tagList({ ...tags, ...tagsOfRun(run) }),
    },
    inputs: { dataset_inputs: datasets.map(datasetBody), model_inputs: modelInputs.map((id) => ({ model_id: id })) },
    outputs: { model_outputs: modelOutputs.map(({ id, step }) => ({ model_id: id, step: toInt64(step) })) },
  };
}

export function runInfoBody(scope: ProjectAddress, run: RunRecord["run"]): object {
  return {
    run_id: run.id,
    run_uuid: run.id,
    run_name: run.name,
    experiment_id: String(run.experiment.number),
    user_id: run.environment.user ?? run.createdBy,
    status: wireRunStatus(run.status),
    start_time: run.startedAtMs,
    end_time: run.endedAtMs,
    artifact_uri: artifactUri(scope, { kind: "run", runId: run.id }),
    lifecycle_stage: run.lifecycle === "active" ? "active" : "deleted",
  };
}

/** What clients look for in tags and a run knows of its own, also when another client made the run. */
function tagsOfRun(run: RunRecord["run"]): Record<string, string> {
  return {
    "mlflow.runName": run.name,
    ...(run.notes === "" ? {} : { "mlflow.note.content": run.notes }),
    ...(run.parent === null ? {} : { "mlflow.parentRunId": run.parent.id }),
  };
}

/** The context is an input tag on the wire. */
function datasetBody(dataset: RunDataset): object {
  const { name, digest, sourceType, source, schema, profile, context, tags } = dataset;
  const withContext = context === "" ? tags : { ...tags, "mlflow.data.context": context };
  return { tags: tagList(withContext), dataset: { name, digest, source_type: sourceType, source, schema, profile } };
}
