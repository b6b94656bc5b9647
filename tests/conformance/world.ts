import { z } from "zod";
import type { TestHouse } from "../support/house.ts";
import { RestClient } from "./rest-client.ts";

/** What a write finds when it comes: one of everything, which nobody else writes to. */
export interface World {
  experimentId: string;
  runId: string;
  modelId: string;
  /** A registered model with one version. */
  registered: string;
  webhookId: string;
  /** Different in every world. */
  number: number;
}

const MadeExperiment = z.object({ experiment_id: z.string() });
const MadeRun = z.object({ run: z.object({ info: z.object({ run_id: z.string() }) }) });
const MadeModel = z.object({ model: z.object({ info: z.object({ model_id: z.string() }) }) });
const MadeWebhook = z.object({ webhook: z.object({ webhook_id: z.string() }) });

let worlds = 0;

export async function newWorld(house: TestHouse, token: string): Promise<World> {
  worlds += 1;
  const number = worlds;
  const send = async <Schema extends z.ZodType>(schema: Schema, route: string, body: object) => {
    const headers = { "content-type": "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify(body) };
    return schema.parse(await (await house.fetch(`/api/2.0/mlflow/${route}`, init, token)).json());
  };
  const { experiment_id } = await send(MadeExperiment, "experiments/create", { name: `world ${number}` });
  const tags = ["mlflow.note.content", "old"].map((key) => ({ key, value: "x" }));
  const { run } = await send(MadeRun, "runs/create", { experiment_id, run_name: "first", tags });
  const runId = run.info.run_id;
  await send(z.unknown(), "experiments/set-experiment-tag", { experiment_id, key: "old", value: "x" });
  const opened = { experiment_id, name: "m", source_run_id: runId, tags: [{ key: "old", value: "x" }] };
  const { model } = await send(MadeModel, "logged-models", opened);
  const file = `/api/2.0/mlflow-artifacts/artifacts/team/main/runs/${runId}/artifacts/model/MLmodel`;
  await house.fetch(file, { method: "PUT", body: "flavors: {}" });
  const registered = `registered-${number}`;
  const oldTags = [{ key: "old", value: "x" }];
  await send(z.unknown(), "registered-models/create", { name: registered, tags: oldTags });
  const source = `runs:/${runId}/model`;
  await send(z.unknown(), "model-versions/create", { name: registered, source, run_id: runId, tags: oldTags });
  const events = [{ entity: "REGISTERED_MODEL", action: "CREATED" }];
  const { webhook } = await send(MadeWebhook, "webhooks", { name: "hook", url: "https://93.184.216.34/", events });
  const ids = { experimentId: experiment_id, runId, modelId: model.info.model_id, webhookId: webhook.webhook_id };
  return { ...ids, registered, number };
}

/** All that the routes can change, but for when something last changed or a run last reported. */
const TABLES = {
  experiment: "id, number, name, description, tags, archived_at IS NULL AS lives",
  run: `id, experiment_id, number, name, status, notes, source, parent_run_id, started_at, ended_at,
    archived_at IS NULL AS lives`,
  run_tag: "*",
  param: "*",
  dataset: "*",
  run_input: "*",
  run_model_input: "*",
  run_model_output: "*",
  logged_model: "id, experiment_id, source_run_id, name, status, params, tags, archived_at IS NULL AS lives",
  logged_model_metric: "*",
  artifact: "owner_kind, owner_id, path, sha256",
  registered_model: "id, name, description, tags, next_version_number, archived_at IS NULL AS lives",
  model_version: "id, model_id, number, description, tags, stage, root_digest, archived_at IS NULL AS lives",
  alias: "model_id, name, version_number",
  alias_event: "model_id, alias, from_version, to_version",
  webhook: "id, name, description, url, events, is_active",
};

export async function stateOf(house: TestHouse, { runId }: World): Promise<object> {
  const rest = new RestClient(house);
  const tables = await Promise.all(
    Object.entries(TABLES).map(([table, columns]) => house.sql(`SELECT ${columns} FROM ${table} t ORDER BY t::text`)),
  );
  const histories = await Promise.all(["m", "n", "o"].map((key) => rest.history(runId, key)));
  return { tables, histories };
}
