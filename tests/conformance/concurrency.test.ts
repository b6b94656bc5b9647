import { expect, it } from "vitest";
import { z } from "zod";
import { useHouse } from "../support/house.ts";
import { RestClient, WireRun } from "./rest-client.ts";

const open = useHouse();
const rest = (): RestClient => new RestClient(open());
const Nothing = z.strictObject({});
const AnyRun = z.object({ run: WireRun });

const newRun = async (): Promise<string> =>
  (await rest().post(AnyRun, "runs/create", { experiment_id: "0" })).run.info.run_id;

/** Calls `send` that many times at once; every answer must be what the schema says. */
const atOnce = <Answer>(count: number, send: (at: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => send(at)));

it("loses nothing of forty batches at once on one run, all with metric keys never seen before", async () => {
  const runId = await newRun();
  await atOnce(40, (at) =>
    rest().post(Nothing, "runs/log-batch", {
      run_id: runId,
      metrics: Array.from({ length: 50 }, (_, step) => ({ key: `new ${at}`, value: step, timestamp: step, step })),
      params: [
        { key: "same", value: "v" },
        { key: `p${at}`, value: "x" },
      ],
      tags: [
        { key: "last", value: String(at) },
        { key: `t${at}`, value: "y" },
      ],
    }),
  );
  const { run } = await rest().get(AnyRun, "runs/get", { run_id: runId });
  expect(run.data.params).toHaveLength(41);
  expect(run.data.tags.filter(({ key }) => key.startsWith("t"))).toHaveLength(40);
  expect(run.data.metrics.map(({ value }) => value)).toEqual(Array.from({ length: 40 }, () => 49));
  const steps = Array.from({ length: 50 }, (_, step) => [step, step]);
  for (let at = 0; at < 40; at += 1) expect(await rest().history(runId, `new ${at}`)).toEqual(steps);
});

it("keeps every point of ten log-batch calls at once on one run, some sent twice, as asynchronous logging does", async () => {
  const runId = await newRun();
  const [calls, batches, keys] = [10, 5, 4];
  // Each call's steps lie between those of the others.
  const metrics = (call: number, batch: number) =>
    Array.from({ length: 1_000 }, (_, at) => {
      const step = (batch * 250 + Math.floor(at / keys)) * calls + call;
      return { key: `key ${at % keys}`, value: step / 8, timestamp: 1_790_000_000_000 + step, step };
    });
  await atOnce(calls, async (call) => {
    for (let batch = 0; batch < batches; batch += 1) {
      const body = { run_id: runId, metrics: metrics(call, batch) };
      await rest().post(Nothing, "runs/log-batch", body);
      if (batch % 2 === 1) await rest().post(Nothing, "runs/log-batch", body);
    }
  });
  const count = calls * batches * 250;
  const whole = Array.from({ length: count }, (_, step) => [step, step / 8]);
  for (let key = 0; key < keys; key += 1) expect(await rest().history(runId, `key ${key}`)).toEqual(whole);
  const { run } = await rest().get(AnyRun, "runs/get", { run_id: runId });
  expect(run.data.metrics.map(({ step }) => step)).toEqual(new Array(keys).fill(count - 1));
});

it("changes nothing when a request comes again, as clients repeat them", async () => {
  const runId = await newRun();
  const batch = {
    run_id: runId,
    metrics: [
      { key: "a", value: "NaN", timestamp: 1, step: 1 },
      { key: "a", value: 2, timestamp: 2, step: 2 },
    ],
    params: [{ key: "p", value: "1" }],
    tags: [
      { key: "t", value: "x" },
      { key: "mlflow.note.content", value: "why" },
    ],
  };
  const dataset = { name: "d", digest: "1", source_type: "local", source: "here" };
  const inputs = { run_id: runId, datasets: [{ dataset, tags: [{ key: "mlflow.data.context", value: "train" }] }] };
  const state = () => rest().get(z.looseObject({}), "runs/get", { run_id: runId });
  await rest().post(Nothing, "runs/log-batch", batch);
  await rest().post(Nothing, "runs/log-inputs", inputs);
  await rest().post(z.looseObject({}), "runs/update", { run_id: runId, status: "FINISHED", end_time: 9_999 });
  const before = await state();
  await atOnce(3, () => rest().post(Nothing, "runs/log-batch", batch));
  await atOnce(3, () => rest().post(Nothing, "runs/log-inputs", inputs));
  await atOnce(3, () =>
    rest().post(z.looseObject({}), "runs/update", { run_id: runId, status: "FINISHED", end_time: 9_999 }),
  );
  expect(await state()).toEqual(before);
  expect(await rest().history(runId, "a")).toEqual([
    [1, "NaN"],
    [2, 2],
  ]);
});

it("adds a dataset once that twenty requests bring at once", async () => {
  const runIds = await atOnce(20, newRun);
  const dataset = { name: "shared", digest: "d1", source_type: "local", source: "here" };
  await atOnce(20, (at) => rest().post(Nothing, "runs/log-inputs", { run_id: runIds[at], datasets: [{ dataset }] }));
  expect(await open().sql("SELECT count(*) FROM dataset WHERE name = 'shared'")).toEqual([{ count: "1" }]);
});

it("numbers versions without a gap or a double, and keeps every tag set at once", async () => {
  const runId = await newRun();
  const file = `/api/2.0/mlflow-artifacts/artifacts/team/main/runs/${runId}/artifacts/model/MLmodel`;
  await open().fetch(file, { method: "PUT", body: "flavors: {}" });
  await rest().post(z.looseObject({}), "registered-models/create", { name: "racer" });
  const Version = z.object({ model_version: z.object({ version: z.string() }) });
  const made = await atOnce(20, () =>
    rest().post(Version, "model-versions/create", { name: "racer", source: `runs:/${runId}/model` }),
  );
  const numbers = made.map(({ model_version }) => Number(model_version.version)).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  const tag = (at: number) => ({ key: `t${at}`, value: "x" });
  await atOnce(20, (at) => rest().post(Nothing, "registered-models/set-tag", { name: "racer", ...tag(at) }));
  await atOnce(20, (at) => rest().post(Nothing, "model-versions/set-tag", { name: "racer", version: "1", ...tag(at) }));
  await atOnce(20, (at) => rest().post(Nothing, "experiments/set-experiment-tag", { experiment_id: "0", ...tag(at) }));
  const tags = z.array(z.object({ key: z.string() }));
  const model = await rest().get(z.object({ registered_model: z.object({ tags }) }), "registered-models/get", {
    name: "racer",
  });
  const version = await rest().get(z.object({ model_version: z.object({ tags }) }), "model-versions/get", {
    name: "racer",
    version: "1",
  });
  const experiment = await rest().get(z.object({ experiment: z.object({ tags }) }), "experiments/get", {
    experiment_id: "0",
  });
  expect(
    [model.registered_model.tags, version.model_version.tags, experiment.experiment.tags].map((one) => one.length),
  ).toEqual([20, 20, 20]);
});
