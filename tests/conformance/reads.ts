import type { World } from "./world.ts";

/** What fills the `{…}` of a route's path, its query and its body. */
export interface Read {
  at?: Record<string, string>;
  query?: Record<string, string>;
  body?: object;
  /** What it answers where files go through the server, when that is a refusal. */
  status?: number;
}

const runFile = ({ runId }: World) => `team/main/runs/${runId}/artifacts/model/MLmodel`;
const ofVersion = ({ registered }: World) => ({ name: registered, version: "1" });

/** What each reading route of the door is asked. */
export const READS: Record<string, (world: World) => Read> = {
  "GET /api/2.0/mlflow/experiments/get": ({ experimentId }) => ({ query: { experiment_id: experimentId } }),
  "GET /api/2.0/mlflow/experiments/get-by-name": ({ number }) => ({ query: { experiment_name: `world ${number}` } }),
  "GET /api/2.0/mlflow/experiments/search": () => ({ query: { max_results: "10", filter: "name LIKE 'world%'" } }),
  "POST /api/2.0/mlflow/experiments/search": () => ({ body: { max_results: 10, order_by: ["name"] } }),
  "GET /api/2.0/mlflow/runs/get": ({ runId }) => ({ query: { run_id: runId } }),
  "POST /api/2.0/mlflow/runs/search": ({ experimentId }) => ({
    body: {
      experiment_ids: [experimentId],
      filter: "metrics.loss < 0.5 AND params.lr = '0.1'",
      order_by: ["metrics.loss"],
    },
  }),
  "GET /api/2.0/mlflow/metrics/get-history": ({ runId }) => ({ query: { run_id: runId, metric_key: "loss" } }),
  "GET /api/2.0/mlflow/metrics/get-history-bulk-interval": ({ runId }) => ({
    query: { run_ids: runId, metric_key: "loss", max_results: "2" },
  }),
  "GET /get-artifact": ({ runId }) => ({ query: { run_id: runId, path: "model/MLmodel" } }),
  "GET /api/2.0/mlflow/artifacts/list": ({ runId }) => ({ query: { run_id: runId } }),
  "POST /api/2.0/mlflow/artifacts/presigned-download-url": ({ runId }) => ({
    body: { run_id: runId, path: "model/MLmodel" },
    status: 400,
  }),
  "GET /api/2.0/mlflow-artifacts/presigned/{...path}": (world) => ({ at: { path: runFile(world) }, status: 501 }),
  "GET /api/2.0/mlflow-artifacts/artifacts/{...path}": (world) => ({ at: { path: runFile(world) } }),
  "GET /api/2.0/mlflow-artifacts/artifacts": ({ runId }) => ({ query: { path: `team/main/runs/${runId}/artifacts` } }),
  "POST /api/2.0/mlflow/logged-models/search": ({ experimentId }) => ({ body: { experiment_ids: [experimentId] } }),
  "GET /api/2.0/mlflow/logged-models/{model_id}": ({ modelId }) => ({ at: { model_id: modelId } }),
  "GET /api/2.0/mlflow/logged-models/{model_id}/artifacts/directories": ({ modelId }) => ({
    at: { model_id: modelId },
  }),
  "GET /api/2.0/mlflow/logged-models/{model_id}/artifacts/files": ({ modelId }) => ({
    at: { model_id: modelId },
    query: { artifact_file_path: "MLmodel" },
  }),
  "GET /api/2.0/mlflow/registered-models/get": ({ registered }) => ({ query: { name: registered } }),
  "GET /api/2.0/mlflow/registered-models/search": () => ({ query: { max_results: "10" } }),
  "GET /api/2.0/mlflow/registered-models/alias": ({ registered }) => ({ query: { name: registered, alias: "best" } }),
  "GET /api/2.0/mlflow/registered-models/get-latest-versions": ({ registered }) => ({ query: { name: registered } }),
  "POST /api/2.0/mlflow/registered-models/get-latest-versions": ({ registered }) => ({ body: { name: registered } }),
  "GET /api/2.0/mlflow/model-versions/get": (world) => ({ query: ofVersion(world) }),
  "GET /api/2.0/mlflow/model-versions/get-download-uri": (world) => ({ query: ofVersion(world) }),
  "GET /api/2.0/mlflow/model-versions/search": ({ registered }) => ({ query: { filter: `name = '${registered}'` } }),
  "GET /model-versions/get-artifact": (world) => ({ query: { ...ofVersion(world), path: "MLmodel" } }),
  "GET /api/3.0/mlflow/workspaces": () => ({}),
  "GET /api/3.0/mlflow/workspaces/{workspace_name}": () => ({ at: { workspace_name: "main" } }),
};
