import { RunId } from "@assay/contract";
import { deleteRuns, enterProject, getLineage, type ProjectContext, rebuildLineage } from "@assay/services";
import { expect, it } from "vitest";
import { z } from "zod";
import { useHouse } from "../support/house.ts";
import { asRecord, RestClient, WireRun } from "./rest-client.ts";

const open = useHouse();
const rest = (): RestClient => new RestClient(open());
const Nothing = z.strictObject({});
const Anything = z.looseObject({});
const AnyRun = z.object({ run: WireRun });
const Refusal = z.object({ error_code: z.string(), message: z.string() });

const newRun = async (body: object = {}): Promise<string> =>
  (await rest().post(AnyRun, "runs/create", { experiment_id: "0", ...body })).run.info.run_id;

const getRun = async (runId: string): Promise<WireRun> => (await rest().get(AnyRun, "runs/get", { run_id: runId })).run;

const tagsOf = async (runId: string) => asRecord((await getRun(runId)).data.tags);

async function newExperiment(name: string): Promise<string> {
  const schema = z.object({ experiment_id: z.string() });
  return (await rest().post(schema, "experiments/create", { name })).experiment_id;
}

async function search(body: object): Promise<string[]> {
  const schema = z.object({ runs: z.array(WireRun).default([]) });
  return (await rest().post(schema, "runs/search", body)).runs.map(({ info }) => info.run_id);
}

const inside = (): Promise<ProjectContext> =>
  enterProject({ ctx: open().context(), input: { workspace: "team", project: "main" } });

it("takes each field of an update for itself: what is not sent stays", async () => {
  const runId = await newRun();
  const update = async (body: object) => {
    await rest().post(Anything, "runs/update", { run_id: runId, ...body });
    const { status, end_time } = (await getRun(runId)).info;
    return [status, end_time];
  };
  expect(await update({ status: "FINISHED" })).toEqual(["FINISHED", undefined]);
  expect(await update({ end_time: 5_000 })).toEqual(["FINISHED", 5_000]);
  expect(await update({ status: "RUNNING" })).toEqual(["RUNNING", 5_000]);
  expect(await update({ run_name: "anew" })).toEqual(["RUNNING", 5_000]);
  expect(await update({ status: "KILLED", end_time: 6_000, run_name: "" })).toEqual(["KILLED", 6_000]);
  expect((await getRun(runId)).info.run_name).toBe("anew");
});

it("deletes an experiment with its active runs and brings back just those", async () => {
  const experimentId = await newExperiment("goes");
  const [kept, gone] = [await newRun({ experiment_id: experimentId }), await newRun({ experiment_id: experimentId })];
  await rest().post(Nothing, "runs/delete", { run_id: gone });
  await rest().post(Nothing, "experiments/delete", { experiment_id: experimentId });

  expect((await getRun(kept)).info.lifecycle_stage).toBe("deleted");
  expect(await search({ experiment_ids: [experimentId] })).toEqual([]);
  expect(await search({ experiment_ids: [experimentId], run_view_type: "DELETED_ONLY" })).toHaveLength(2);
  const refused = { error_code: "INVALID_PARAMETER_VALUE", message: expect.stringContaining("'active' state") };
  const writes: [string, object][] = [
    ["runs/log-metric", { key: "m", value: 1, timestamp: 1 }],
    ["runs/log-batch", { params: [{ key: "p", value: "1" }] }],
    ["runs/set-tag", { key: "t", value: "1" }],
    ["runs/update", { status: "FINISHED" }],
  ];
  for (const [route, body] of writes)
    expect(await rest().post(Refusal, route, { run_id: kept, ...body })).toEqual(refused);
  expect(await rest().post(Refusal, "runs/create", { experiment_id: experimentId })).toEqual(refused);

  await rest().post(Nothing, "experiments/restore", { experiment_id: experimentId });
  expect([(await getRun(kept)).info.lifecycle_stage, (await getRun(gone)).info.lifecycle_stage]).toEqual([
    "active",
    "deleted",
  ]);
});

it("leaves a run deleted that was deleted again on its own after its experiment", async () => {
  const experimentId = await newExperiment("goes first");
  const runId = await newRun({ experiment_id: experimentId });
  await rest().post(Nothing, "experiments/delete", { experiment_id: experimentId });
  await rest().post(Nothing, "runs/delete", { run_id: runId });
  await rest().post(Nothing, "experiments/restore", { experiment_id: experimentId });
  expect((await getRun(runId)).info.lifecycle_stage).toBe("deleted");
});

it("has no run left active that was started while its experiment was deleted", async () => {
  const experimentId = await newExperiment("raced for");
  const starts = Array.from({ length: 20 }, () =>
    rest().post(Anything, "runs/create", { experiment_id: experimentId }),
  );
  await rest().post(Nothing, "experiments/delete", { experiment_id: experimentId });
  await Promise.all(starts);
  expect(await search({ experiment_ids: [experimentId] })).toEqual([]);
});

it("stores nothing of a batch whose metrics name a logged model that is not there", async () => {
  const runId = await newRun();
  const metric = { key: "m", value: 1, timestamp: 1, model_id: `m-${"0".repeat(32)}` };
  const batch = { run_id: runId, metrics: [metric, { key: "n", value: 2, timestamp: 1 }] };
  const whole = { ...batch, params: [{ key: "p", value: "1" }], tags: [{ key: "mlflow.runName", value: "new" }] };
  const before = await getRun(runId);
  for (const [route, body] of [
    ["runs/log-batch", batch],
    ["runs/log-batch", whole],
    ["runs/log-metric", { run_id: runId, ...metric }],
  ] as const)
    expect(await rest().post(Refusal, route, body)).toMatchObject({ error_code: "RESOURCE_DOES_NOT_EXIST" });
  expect(await getRun(runId)).toEqual(before);
  expect(await rest().history(runId, "n")).toEqual([]);
});

it("keeps every model that clients note at once, each once, as JSON however long", async () => {
  const runId = await newRun();
  const model = (at: number) => ({
    run_id: runId,
    artifact_path: `model ${at}`,
    utc_time_created: "2026-01-01 00:00:00",
    flavors: { sklearn: { pickled_model: "x".repeat(2_000), config: { secret: 1 } }, python_function: {} },
    signature: { inputs: "[]" },
  });
  const note = (at: number) =>
    rest().post(Nothing, "runs/log-model", { run_id: runId, model_json: JSON.stringify(model(at)) });
  await Promise.all(Array.from({ length: 20 }, (_, at) => note(at % 10)));
  const tags = await tagsOf(runId);
  const History = z.array(z.looseObject({ artifact_path: z.string(), flavors: z.record(z.string(), z.unknown()) }));
  const history = History.parse(JSON.parse(tags["mlflow.log-model.history"] ?? ""));
  expect(history.map((one) => one.artifact_path).sort()).toEqual(Array.from({ length: 10 }, (_, at) => `model ${at}`));
  expect(history[0]).not.toHaveProperty("signature");
  expect(history[0]?.flavors.sklearn).toEqual({ pickled_model: "x".repeat(2_000) });
});

it.each([
  ["{", /Malformed model info\.[\s\S]*is not a valid JSON/],
  ["[]", /is not a valid JSON/],
  [`{"run_id": "r", "flavors": {}}`, /missing mandatory fields: {'artifact_path', 'utc_time_created'}/],
  [
    `{"run_id":"","artifact_path":"","utc_time_created":"","flavors":{"a":${"[".repeat(5_000)}${"]".repeat(5_000)}}}`,
    /nested too deeply/,
  ],
])("refuses %.30s as the description of a model", async (text, message) => {
  const runId = await newRun();
  const refusal = await rest().post(Refusal, "runs/log-model", { run_id: runId, model_json: text });
  expect(refusal).toEqual({ error_code: "INVALID_PARAMETER_VALUE", message: expect.stringMatching(message) });
});

it("does not write over a history that is no list", async () => {
  const runId = await newRun({ tags: [{ key: "mlflow.log-model.history", value: "mine" }] });
  const model = { run_id: runId, artifact_path: "m", utc_time_created: "now", flavors: {} };
  const body = { run_id: runId, model_json: JSON.stringify(model) };
  expect(await rest().post(Refusal, "runs/log-model", body)).toMatchObject({ error_code: "RESOURCE_CONFLICT" });
  expect(await tagsOf(runId)).toMatchObject({ "mlflow.log-model.history": "mine" });
});

it("keeps the logged models a run read, shows them and draws them in its lineage", async () => {
  const [maker, reader] = [await newRun(), await newRun()];
  const Model = z.object({ model: z.object({ info: z.object({ model_id: z.string() }) }) });
  const body = { experiment_id: "0", name: "read", source_run_id: maker };
  const modelId = (await rest().post(Model, "logged-models", body)).model.info.model_id;
  const inputs = { run_id: reader, models: [{ model_id: modelId }] };
  await rest().post(Nothing, "runs/log-inputs", inputs);
  await rest().post(Nothing, "runs/log-inputs", inputs);
  expect((await getRun(reader)).inputs.model_inputs).toEqual([{ model_id: modelId }]);
  const ctx = await inside();
  await rebuildLineage({ ctx, input: { runId: RunId.parse(reader) } });
  const { edges } = await getLineage({ ctx, input: { node: { kind: "run", id: reader }, direction: "ancestors" } });
  const model = { kind: "loggedModel", id: modelId };
  expect(edges).toContainEqual({ from: model, to: { kind: "run", id: reader }, kind: "input" });

  const unknown = { ...inputs, models: [{ model_id: modelId }, { model_id: `m-${"0".repeat(32)}` }] };
  const dataset = { name: "not kept", digest: "1", source_type: "local", source: "x" };
  expect(
    await rest().post(Refusal, "runs/log-inputs", { ...unknown, run_id: maker, datasets: [{ dataset }] }),
  ).toMatchObject({ error_code: "RESOURCE_DOES_NOT_EXIST" });
  expect((await getRun(maker)).inputs).toEqual({ dataset_inputs: [], model_inputs: [] });
});

it("says which of several datasets is at fault", async () => {
  const runId = await newRun();
  const dataset = { name: "d", digest: "1", source_type: "local", source: "x" };
  const datasets = [{ dataset }, { dataset: { ...dataset, digest: "x".repeat(500) } }];
  const { message } = await rest().post(Refusal, "runs/log-inputs", { run_id: runId, datasets });
  expect(message).toContain("datasets[1].dataset.digest");
});

it("takes a parent that is no run of the project for a plain tag, at the start and later", async () => {
  const parentTag = (value: string) => ({ key: "mlflow.parentRunId", value });
  const parent = await newRun();
  for (const value of ["0".repeat(32), "gone", ""]) {
    const runId = await newRun({ tags: [parentTag(value)] });
    expect(await tagsOf(runId)).toMatchObject({ "mlflow.parentRunId": value });
    await rest().post(Nothing, "runs/set-tag", { run_id: runId, ...parentTag(parent) });
    expect(await tagsOf(runId)).toMatchObject({ "mlflow.parentRunId": parent });
    await rest().post(Nothing, "runs/set-tag", { run_id: runId, ...parentTag(value) });
    expect(await tagsOf(runId)).toMatchObject({ "mlflow.parentRunId": value });
  }
  const child = await newRun({ tags: [parentTag(parent)] });
  await rest().post(Nothing, "runs/delete-tag", { run_id: child, key: "mlflow.parentRunId" });
  expect(await tagsOf(child)).not.toHaveProperty("mlflow.parentRunId");
});

it("finds runs by the user that they say runs them, with or without the tag", async () => {
  const experiment_id = await newExperiment("of users");
  const byField = await newRun({ experiment_id, user_id: "ada" });
  const byBoth = await newRun({ experiment_id, user_id: "ada", tags: [{ key: "mlflow.user", value: "ada" }] });
  await newRun({ experiment_id, user_id: "bob" });
  const filter = "attributes.user_id = 'ada'";
  expect((await search({ experiment_ids: [experiment_id], filter })).sort()).toEqual([byField, byBoth].sort());
});

it("deletes the tags of name and note that a run only shows, and says when there is none", async () => {
  const runId = await newRun({ run_name: "named" });
  const drop = <Schema extends z.ZodType>(schema: Schema, key: string) =>
    rest().post(schema, "runs/delete-tag", { run_id: runId, key });
  await drop(Nothing, "mlflow.runName");
  expect((await getRun(runId)).info.run_name).toBe("named");
  await rest().post(Nothing, "runs/set-tag", { run_id: runId, key: "mlflow.note.content", value: "why" });
  await drop(Nothing, "mlflow.note.content");
  expect(await tagsOf(runId)).not.toHaveProperty("mlflow.note.content");
  const { message } = await drop(Refusal, "mlflow.note.content");
  expect(message).toBe(`No tag with name: mlflow.note.content in run with id ${runId}`);
});

it("answers a page without the runs that are deleted for good while it is read", async () => {
  const experiment_id = await newExperiment("shrinks");
  const runIds = await Promise.all(Array.from({ length: 30 }, () => newRun({ experiment_id })));
  const ctx = await inside();
  await rest().post(Nothing, "experiments/delete", { experiment_id });
  const deletions = runIds.map((id) => deleteRuns({ ctx, input: { runIds: [RunId.parse(id)] } }));
  const schema = z.strictObject({ runs: z.array(WireRun).default([]) });
  const body = { experiment_ids: [experiment_id], run_view_type: "ALL" };
  await Promise.all(Array.from({ length: 30 }, () => rest().post(schema, "runs/search", body)));
  await Promise.all(deletions);
  expect(await search(body)).toEqual([]);
});
