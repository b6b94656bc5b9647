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
      tags: tagList(model.tags),
      registrations: model.registrations.map(({ name, version }) => ({ name, version: String(version) })),
    },
    data: {
      params: tagList(model.params),
      metrics: model.metrics.map((metric) => ({
        key: metric.key,
        value: metric.value,
        timestamp: metric.timeMs,
        step: toInt64(metric.step),
        model_id: model.id,
        run_id: metric.runId,
        dataset_name: metric.datasetName === "" ? undefined : metric.datasetName,
        dataset_digest: metric.datasetDigest === "" ? undefined : metric.datasetDigest,
      })),
    },
  };
}
