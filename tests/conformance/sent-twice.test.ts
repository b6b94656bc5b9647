import { MLFLOW_ROUTES } from "@assay/mlflow";
import { expect, it } from "vitest";
import { z } from "zod";
import { useHouse } from "../support/house.ts";
import { sendAndLose } from "./lossy-client.ts";
import { RestClient } from "./rest-client.ts";

const open = useHouse();
const API = "/api/2.0/mlflow";
const MadeRun = z.object({ run: z.object({ info: z.object({ run_id: z.string() }) }) });
const MadeModel = z.object({ model: z.object({ info: z.object({ model_id: z.string() }) }) });
const Refusal = z.object({ error_code: z.string() });

interface World {
  runId: string;
  experimentId: string;
  modelId: string;
}

const rest = (): RestClient => new RestClient(open());

let worlds = 0;
async function newWorld(): Promise<World> {
  worlds += 1;
  const Made = z.object({ experiment_id: z.string() });
  const { experiment_id } = await rest().post(Made, "experiments/create", { name: `world ${worlds}` });
  const tags = ["mlflow.note.content", "old"].map((key) => ({ key, value: "x" }));
  const { run } = await rest().post(MadeRun, "runs/create", { experiment_id, run_name: "first", tags });
  await rest().post(z.unknown(), "experiments/set-experiment-tag", { experiment_id, key: "old", value: "x" });
  const body = { experiment_id, name: "m", source_run_id: run.info.run_id };
  const { model } = await rest().post(MadeModel, "logged-models", body);
  return { runId: run.info.run_id, experimentId: experiment_id, modelId: model.info.model_id };
}

const model = { utc_time_created: "2026-01-01", flavors: { python_function: {} }, artifact_path: "m" };
const dataset = { name: "d", digest: "1", source_type: "local", source: "here" };
const point = { key: "m", value: "NaN", timestamp: 1, step: 1 };

type Body = (world: World) => object;
/** What each writing route is sent; routes that write to one run are told which. */
const WRITES: Record<string, Body | Body[]> = {
  "experiments/create": () => ({ name: `made ${worlds}` }),
  "experiments/update": () => ({ new_name: `renamed ${worlds}` }),
  "experiments/delete": () => ({}),
  "experiments/restore": () => ({}),
  "experiments/set-experiment-tag": () => ({ key: "k", value: "v" }),
  "experiments/delete-experiment-tag": () => ({ key: "old" }),
  "runs/create": () => ({ start_time: 1_790_000_000_000 + worlds, tags: [{ key: "k", value: "v" }] }),
  "runs/update": [
    () => ({ status: "FINISHED" }),
    () => ({ end_time: 5_000 }),
    () => ({ status: "RUNNING", run_name: "anew" }),
  ],
  "runs/delete": () => ({}),
  "runs/restore": () => ({}),
  "runs/log-metric": [
    () => point,
    ({ modelId }) => ({ ...point, model_id: modelId, dataset_name: "d", dataset_digest: "1" }),
  ],
  "runs/log-parameter": () => ({ key: "p", value: "1" }),
  "runs/set-tag": [
    () => ({ key: "k", value: "v" }),
    () => ({ key: "mlflow.runName", value: "tagged" }),
    () => ({ key: "mlflow.parentRunId", value: "gone" }),
  ],
  "runs/delete-tag": [
    () => ({ key: "old" }),
    () => ({ key: "mlflow.note.content" }),
    () => ({ key: "mlflow.runName" }),
  ],
  "runs/log-batch": ({ modelId }) => ({
    metrics: [point, { ...point, key: "n", value: 2 }, { ...point, key: "o", value: 3, model_id: modelId }],
    params: [{ key: "p", value: "1" }],
    tags: [{ key: "mlflow.note.content", value: "why" }],
  }),
  "runs/log-inputs": ({ modelId }) => ({
    datasets: [{ dataset, tags: [{ key: "mlflow.data.context", value: "train" }] }],
    models: [{ model_id: modelId }],
  }),
  "runs/outputs": ({ modelId }) => ({ models: [{ model_id: modelId, step: 3 }] }),
  "runs/log-model": ({ runId }) => ({ model_json: JSON.stringify({ ...model, run_id: runId }) }),
};

const written = MLFLOW_ROUTES.filter(({ path, permission }) => {
  const [, entity] = /^\/api\/2\.0\/mlflow\/(runs|experiments)\//.exec(path) ?? [];
  return entity !== undefined && !permission.endsWith(":read");
}).map(({ path }) => path.slice(`${API}/`.length));

const TABLES = {
  experiment: "*",
  run: "id, experiment_id, number, name, status, notes, source, parent_run_id, started_at, ended_at, archived_at",
  run_tag: "*",
  param: "*",
  dataset: "*",
  run_input: "*",
  run_model_input: "*",
  run_model_output: "*",
  logged_model_metric: "*",
};

/** All that the routes can change, but for when a run last reported. */
async function state({ runId }: World): Promise<object> {
  const tables = await Promise.all(
    Object.entries(TABLES).map(([table, columns]) => open().sql(`SELECT ${columns} FROM ${table} t ORDER BY t::text`)),
  );
  const histories = await Promise.all(["m", "n", "o"].map((key) => rest().history(runId, key)));
  return { tables, histories };
}

it("knows what to send to every route that writes to runs and experiments", () => {
  expect(Object.keys(WRITES).sort()).toEqual([...new Set(written)].sort());
});

const cases = Object.entries(WRITES).flatMap(([route, bodies]) =>
  [bodies].flat().map((body, at) => [route, at, body] as const),
);

it.each(cases)(
  "is after %s (%i), sent twice because its answer was lost, as it was after once",
  async (route, _at, body) => {
    const world = await newWorld();
    const { runId: run_id, experimentId: experiment_id } = world;
    const onRun = /^runs\/(?!create)/.test(route);
    const text = JSON.stringify({ ...(onRun ? { run_id } : { experiment_id }), ...body(world) });
    if (route.endsWith("/restore"))
      await rest().post(z.unknown(), route.replace("restore", "delete"), JSON.parse(text));
    const untouched = await state(world);
    await sendAndLose(open(), `${API}/${route}`, text);
    const once = await state(world);
    // A name stays when its tag is deleted: every run has one.
    if (!text.includes('"key":"mlflow.runName"}')) expect(once).not.toEqual(untouched);
    await sendAndLose(open(), `${API}/${route}`, text);
    expect(await state(world)).toEqual(once);
  },
);

it("says that a name is taken when an experiment is made twice", async () => {
  await rest().post(z.unknown(), "experiments/create", { name: "twice" });
  const { error_code } = await rest().post(Refusal, "experiments/create", { name: "twice" });
  expect(error_code).toBe("RESOURCE_ALREADY_EXISTS");
});
