import { beforeAll, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { type RawRequest, sendRaw } from "../support/raw-http.ts";
import { expectRefusal } from "../support/refusals.ts";

const open = useHouse();

/** What the other workspace owns; its only project has the name that ours has too. */
const theirs = { runId: "", modelId: "" };
let stranger = "";

beforeAll(async () => {
  const house = open();
  await house.workspace("theirs");
  const system = house.caller({ kind: "system", name: "test" });
  const run = await system.run.create({ workspace: "theirs", project: "main", experiment: "secret plans" });
  const logged = await system.loggedModel.create({ workspace: "theirs", project: "main", runId: run.id, name: "m" });
  await system.model.create({ workspace: "theirs", project: "main", name: "secret-model" });
  [theirs.runId, theirs.modelId] = [run.id, logged.id];
  stranger = await house.tokenOf(await house.person("Eve", "admin"), { scopes: ["admin"] });
});

const JSON_TYPE = { "content-type": "application/json" };
const post = (path: string, body: object): RawRequest => ({
  method: "POST",
  path,
  headers: JSON_TYPE,
  body: JSON.stringify(body),
});
const trpc = (name: string, json: object): RawRequest => post(`/api/trpc/${name}`, { json });
const query = (name: string, json: object): RawRequest => ({
  path: `/api/trpc/${name}?input=${encodeURIComponent(JSON.stringify({ json }))}`,
});
const point = { keys: ["m"], steps: [0], timesMs: [0], values: [[1]] };
const run = () => ({ run_id: theirs.runId });
const OURS = { workspace: "team", project: "main" };
const THEIRS = { workspace: "theirs", project: "main" };

it.each<[string, () => RawRequest]>([
  ["log to their run through our project", () => post(`/api/ingest/team/main/runs/${theirs.runId}/metrics`, point)],
  ["log to their run through theirs", () => post(`/api/ingest/theirs/main/runs/${theirs.runId}/metrics`, point)],
  ["read their run through our project", () => query("run.get", { ...OURS, runId: theirs.runId })],
  ["read their run through theirs", () => query("run.get", { ...THEIRS, runId: theirs.runId })],
  ["read their series", () => query("metric.series", { ...OURS, runIds: [theirs.runId], keys: ["m"] })],
  ["search their runs", () => query("run.search", THEIRS)],
  ["read their audit log", () => query("audit.list", { workspace: "theirs" })],
  ["list their people", () => query("workspace.members", { workspace: "theirs" })],
  ["list their tokens", () => query("token.list", { workspace: "theirs" })],
  ["end their run", () => trpc("run.finish", { ...OURS, runId: theirs.runId })],
  ["make a run below theirs", () => trpc("run.create", { ...OURS, parentRunId: theirs.runId })],
  ["fork their run", () => trpc("run.create", { ...OURS, fork: { runId: theirs.runId, step: 1 } })],
  ["read their model", () => query("model.get", { ...OURS, name: "secret-model" })],
  ["read a file of their run", () => ({ path: `/api/artifacts/team/main/run/${theirs.runId}/a.txt` })],
  [
    "read a file of their run through their project",
    () => ({ path: `/api/artifacts/theirs/main/run/${theirs.runId}/a.txt` }),
  ],
  [
    "put a file into their run",
    () => ({ method: "PUT", path: `/api/artifacts/team/main/run/${theirs.runId}/a.txt`, body: "a" }),
  ],
  [
    "put a file into their model",
    () => ({ method: "PUT", path: `/api/artifacts/team/main/logged-model/${theirs.modelId}/a.txt`, body: "a" }),
  ],
  ["read their run as an MLflow client", () => ({ path: `/api/2.0/mlflow/runs/get?run_id=${theirs.runId}` })],
  [
    "read their run at their address as an MLflow client",
    () => ({ path: `/p/theirs/main/api/2.0/mlflow/runs/get?run_id=${theirs.runId}` }),
  ],
  [
    "find their experiment as an MLflow client",
    () => ({ path: "/api/2.0/mlflow/experiments/get-by-name?experiment_name=secret%20plans" }),
  ],
  ["read their model as an MLflow client", () => ({ path: "/api/2.0/mlflow/registered-models/get?name=secret-model" })],
  ["read their logged model as an MLflow client", () => ({ path: `/api/2.0/mlflow/logged-models/${theirs.modelId}` })],
  [
    "log to their run as an MLflow client",
    () => post("/api/2.0/mlflow/runs/log-metric", { ...run(), key: "m", value: 1, timestamp: 1, step: 0 }),
  ],
  [
    "log a batch to their run as an MLflow client",
    () => post("/api/2.0/mlflow/runs/log-batch", { ...run(), params: [{ key: "a", value: "b" }] }),
  ],
  ["tag their run as an MLflow client", () => post("/api/2.0/mlflow/runs/set-tag", { ...run(), key: "a", value: "b" })],
  ["delete their run as an MLflow client", () => post("/api/2.0/mlflow/runs/delete", run())],
  ["end their run as an MLflow client", () => post("/api/2.0/mlflow/runs/update", { ...run(), status: "FINISHED" })],
  [
    "register their run's files as an MLflow client",
    () =>
      post("/api/2.0/mlflow/model-versions/create", {
        name: "secret-model",
        source: `runs:/${theirs.runId}/m`,
        ...run(),
      }),
  ],
  [
    "put a file into their run as an MLflow client",
    () => ({
      method: "PUT",
      path: `/api/2.0/mlflow-artifacts/artifacts/team/main/runs/${theirs.runId}/artifacts/a.txt`,
      body: "a",
    }),
  ],
])("nobody of another workspace can %s", async (_weakness, sent) => {
  const headers = { ...sent().headers, authorization: `Bearer ${stranger}` };
  const refusal = await expectRefusal(open(), { ...sent(), headers }, 404);
  expect(refusal.code).toMatch(/NOT_FOUND|RESOURCE_DOES_NOT_EXIST/);
  expect(refusal.message).not.toContain("secret plans was");
});

it("nobody of another workspace hears of changes in their project", async () => {
  const sent = query("live.project", THEIRS);
  const headers = { authorization: `Bearer ${stranger}` };
  const { text } = await sendRaw(open().url, { ...sent, headers });
  expect(text).toContain("event: serialized-error");
  expect(text).toContain("NOT_FOUND");
  expect(text).not.toContain(theirs.runId);
});

it("finds nothing of theirs in searches of ours", async () => {
  const house = open();
  const { api } = house.client({ token: stranger });
  const found = await Promise.all([
    api.run.search.query({ ...OURS, lifecycle: "all" }),
    api.model.list.query(OURS),
    api.experiment.list.query(OURS),
    api.project.list.query({ workspace: "team" }),
    api.lineage.get.query({ ...OURS, node: { kind: "run", id: theirs.runId } }),
  ]);
  expect(JSON.stringify(found)).not.toMatch(/secret/);
});
