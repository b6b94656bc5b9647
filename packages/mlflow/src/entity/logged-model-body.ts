import type { LoggedModelStatus } from "@assay/contract";
import type { DescribedLoggedModel } from "@assay/services";
import { artifactUri, type ProjectAddress } from "../artifact/artifact-root.ts";
import { toInt64 } from "../wire/write-json.ts";
import { tagList } from "./tag-list.ts";

const WIRE_STATUS = {
  pending: "LOGGED_MODEL_PENDING",
  ready: "LOGGED_MODEL_READY",
  failed: "LOGGED_MODEL_UPLOAD_FAILED",
} as const satisfies Record<LoggedModelStatus, string>;

/** What clients look for in a tag, oldest first: the registry knows it, so that nobody has to keep the tag up to date. */
function versionsTag({ registrations }: DescribedLoggedModel): Record<string, string> {
  if (registrations.length === 0) return {};
  // As Python writes JSON, which some scripts compare as text.
  const versions = registrations.map(({ name, version }) => `{"name": ${JSON.stringify(name)}, "version": ${version}}`);
  return { "mlflow.modelVersions": `[${versions.reverse().join(", ")}]` };
}

/** A logged model as the protocol shows it. */
export function loggedModelBody(scope: ProjectAddress, model: DescribedLoggedModel): object {
  return {
    info: {
      model_id: model.id,
      experiment_id: String(model.experimentNumber),
      name: model.name,
      creation_timestamp_ms: model.createdAtMs,
      last_updated_timestamp_ms: model.updatedAtMs,
      artifact_uri: artifactUri(scope, { kind: "loggedModel", loggedModelId: model.id }),
      status: WIRE_STATUS[model.status],
      model_type: model.modelType,
      source_run_id: model.sourceRun?.id,
      tags: tagList({ ...model.tags, ...versionsTag(model) }),
      registrations: model.registrations.map(({ name, version }) => ({ name, version: String(version) })),
    },
    data: {
      params: tagList(model.params),
      metrics: model.metrics.map((metric) => ({
        key: metric.key,
        value: metric.value,
        timestamp: metric.timeMs,
        step: toInt64(metric.step),
        dataset_name: metric.datasetName === "" ? undefined : metric.datasetName,
        dataset_digest: metric.datasetDigest === "" ? undefined : metric.datasetDigest,
        model_id: model.id,
        run_id: metric.runId,
      })),
    },
  };
}
