import type { World } from "./world.ts";

/** What fills the `{…}` of a route's path; the rest is its body, JSON unless it is a file's text. */
export interface Write {
  at?: Record<string, string>;
  body?: object | string;
  /** Undone first by this route, with the same body. */
  after?: string;
}

type WriteOf = (world: World) => Write;

const model = { utc_time_created: "2026-01-01", flavors: { python_function: {} }, artifact_path: "m" };
const dataset = { name: "d", digest: "1", source_type: "local", source: "here" };
const point = { key: "m", value: "NaN", timestamp: 1, step: 1 };
const tag = { key: "k", value: "v" };
const events = [{ entity: "MODEL_VERSION", action: "CREATED" }];
const url = "https://93.184.216.34/other";

const onExperiment =
  (more: object): WriteOf =>
  ({ experimentId }) => ({ body: { experiment_id: experimentId, ...more } });
const onRun =
  (more: object): WriteOf =>
  ({ runId }) => ({ body: { run_id: runId, ...more } });
const onRegistered =
  (more: object): WriteOf =>
  ({ registered }) => ({ body: { name: registered, ...more } });
const onVersion =
  (more: object): WriteOf =>
  ({ registered }) => ({ body: { name: registered, version: "1", ...more } });
const inRun = ({ runId }: World, name: string) => `team/main/runs/${runId}/artifacts/${name}`;

/** What each writing route of the door is sent, by method and path behind `/api/2.0/`. */
export const WRITES: Record<string, WriteOf | WriteOf[]> = {
  "POST mlflow/experiments/create": ({ number }) => ({ body: { name: `made ${number}` } }),
  "POST mlflow/experiments/update": ({ experimentId, number }) => ({
    body: { experiment_id: experimentId, new_name: `renamed ${number}` },
  }),
  "POST mlflow/experiments/delete": onExperiment({}),
  "POST mlflow/experiments/restore": (world) => ({ ...onExperiment({})(world), after: "mlflow/experiments/delete" }),
  "POST mlflow/experiments/set-experiment-tag": onExperiment(tag),
  "POST mlflow/experiments/delete-experiment-tag": onExperiment({ key: "old" }),
  "POST mlflow/runs/create": ({ experimentId, number }) => ({
    body: { experiment_id: experimentId, start_time: 1_790_000_000_000 + number, tags: [tag] },
  }),
  "POST mlflow/runs/update": [
    onRun({ status: "FINISHED" }),
    onRun({ end_time: 5_000 }),
    onRun({ status: "RUNNING", run_name: "anew" }),
  ],
  "POST mlflow/runs/delete": onRun({}),
  "POST mlflow/runs/restore": (world) => ({ ...onRun({})(world), after: "mlflow/runs/delete" }),
  "POST mlflow/runs/log-metric": [
    onRun(point),
    (world) => onRun({ ...point, model_id: world.modelId, dataset_name: "d", dataset_digest: "1" })(world),
  ],
  "POST mlflow/runs/log-parameter": onRun({ key: "p", value: "1" }),
  "POST mlflow/runs/set-tag": [
    onRun(tag),
    onRun({ key: "mlflow.runName", value: "tagged" }),
    onRun({ key: "mlflow.parentRunId", value: "gone" }),
  ],
  "POST mlflow/runs/delete-tag": [
    onRun({ key: "old" }),
    onRun({ key: "mlflow.note.content" }),
    onRun({ key: "mlflow.runName" }),
  ],
  "POST mlflow/runs/log-batch": (world) =>
    onRun({
      metrics: [point, { ...point, key: "n", value: 2 }, { ...point, key: "o", value: 3, model_id: world.modelId }],
      params: [{ key: "p", value: "1" }],
      tags: [{ key: "mlflow.note.content", value: "why" }],
    })(world),
  "POST mlflow/runs/log-inputs": (world) =>
    onRun({
      datasets: [{ dataset, tags: [{ key: "mlflow.data.context", value: "train" }] }],
      models: [{ model_id: world.modelId }],
    })(world),
  "POST mlflow/runs/outputs": (world) => onRun({ models: [{ model_id: world.modelId, step: 3 }] })(world),
  "POST mlflow/runs/log-model": (world) =>
    onRun({ model_json: JSON.stringify({ ...model, run_id: world.runId }) })(world),
  "PUT mlflow-artifacts/artifacts/{...path}": (world) => ({ at: { path: inRun(world, "new.txt") }, body: "new" }),
  "DELETE mlflow-artifacts/artifacts/{...path}": (world) => ({ at: { path: inRun(world, "model/MLmodel") } }),
  "POST mlflow/logged-models": [
    ({ experimentId, runId }) => ({
      body: { experiment_id: experimentId, name: "new", source_run_id: runId, params: [{ key: "p", value: "1" }] },
    }),
    ({ experimentId }) => ({ body: { experiment_id: experimentId, name: "of no run" } }),
  ],
  "PATCH mlflow/logged-models/{model_id}": ({ modelId }) => ({
    at: { model_id: modelId },
    body: { model_id: modelId, status: 2 },
  }),
  "DELETE mlflow/logged-models/{model_id}": ({ modelId }) => ({ at: { model_id: modelId } }),
  "PATCH mlflow/logged-models/{model_id}/tags": ({ modelId }) => ({ at: { model_id: modelId }, body: { tags: [tag] } }),
  "DELETE mlflow/logged-models/{model_id}/tags/{...key}": ({ modelId }) => ({ at: { model_id: modelId, key: "old" } }),
  "POST mlflow/logged-models/{model_id}/params": ({ modelId }) => ({
    at: { model_id: modelId },
    body: { params: [{ key: "p", value: "1" }] },
  }),
  "POST mlflow/registered-models/create": ({ number }) => ({ body: { name: `made-${number}` } }),
  "POST mlflow/registered-models/rename": ({ registered }) => ({
    body: { name: registered, new_name: `${registered}-renamed` },
  }),
  "PATCH mlflow/registered-models/update": onRegistered({ description: "why" }),
  "DELETE mlflow/registered-models/delete": onRegistered({}),
  "POST mlflow/registered-models/set-tag": onRegistered(tag),
  "DELETE mlflow/registered-models/delete-tag": onRegistered({ key: "old" }),
  "POST mlflow/registered-models/alias": onRegistered({ alias: "best", version: "1" }),
  "DELETE mlflow/registered-models/alias": (world) => ({
    body: { name: world.registered, alias: "best", version: "1" },
    after: "mlflow/registered-models/alias",
  }),
  "POST mlflow/model-versions/create": [
    ({ registered, runId }) => ({ body: { name: registered, source: `runs:/${runId}/model`, run_id: runId } }),
    ({ registered, number }) => ({
      body: { name: registered, source: `models:/${registered}/1`, description: `of ${number}` },
    }),
  ],
  "PATCH mlflow/model-versions/update": onVersion({ description: "why" }),
  "DELETE mlflow/model-versions/delete": onVersion({}),
  "POST mlflow/model-versions/set-tag": onVersion(tag),
  "DELETE mlflow/model-versions/delete-tag": onVersion({ key: "old" }),
  "POST mlflow/model-versions/transition-stage": [
    onVersion({ stage: "Staging", archive_existing_versions: false }),
    onVersion({ stage: "Production", archive_existing_versions: true }),
  ],
  "POST mlflow/webhooks": ({ number }) => ({ body: { name: `new-${number}`, url, events, secret: "s" } }),
  "PATCH mlflow/webhooks/{webhook_id}": ({ webhookId }) => ({
    at: { webhook_id: webhookId },
    body: { name: "other", status: "DISABLED" },
  }),
  "DELETE mlflow/webhooks/{webhook_id}": ({ webhookId }) => ({ at: { webhook_id: webhookId } }),
};

/** Routes that change nothing here: a bucket's, which `multipart.test.ts` has, and one that sends a test event. */
export const WITHOUT_STATE = [
  "POST mlflow-artifacts/mpu/create/{...artifact_path}",
  "POST mlflow-artifacts/mpu/complete/{...artifact_path}",
  "POST mlflow-artifacts/mpu/abort/{...artifact_path}",
  "POST mlflow/artifacts/presigned-upload-url",
  "POST mlflow/webhooks/{webhook_id}/test",
];
