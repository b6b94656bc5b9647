import { RunId } from "@assay/contract";
import { randomIds } from "@assay/services";
import { expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { waitFor } from "../support/wait-for.ts";

const open = useHouse();
const SCOPE = { workspace: "team", project: "main" } as const;
const SOURCE = { type: "script" };

const dense = (steps: number[], values: (number | string | null)[][], keys = ["loss"]) => ({
  keys,
  steps,
  timesMs: steps.map((_, at) => 1_700_000_000_000 + at),
  values,
});

async function post(runId: string, body: unknown): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return open().fetch(`/api/ingest/team/main/runs/${runId}/metrics`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
}

async function countPoints(runId: string): Promise<number> {
  const { metrics } = await open().client().runs.get(RunId.parse(runId));
  return metrics.reduce((sum, { count }) => sum + count, 0);
}

it("answers a new run as it is found from then on, in a new experiment and in one that is there", async () => {
  const { api } = open().client();
  const parent = await api.run.create.mutate({ ...SCOPE, experiment: "answered", source: SOURCE });
  const whole = {
    ...SCOPE,
    experiment: "answered",
    parentRunId: parent.id,
    fork: { runId: parent.id, step: 2.5 },
    startedAtMs: 1_700_000_000_123,
    notes: 'Says "so".',
    source: { ...SOURCE, commit: "c0ffee" },
    environment: { user: "ada" },
  };
  const [child, named] = await Promise.all(
    [whole, { ...whole, name: "mine" }].map((input) => api.run.create.mutate(input)),
  );
  expect(named?.name).toBe("mine");
  for (const made of [parent, child, named])
    expect(await api.run.get.query({ ...SCOPE, runId: made?.id ?? "" })).toMatchObject({ ...made });
  expect(child).toMatchObject({
    parent: { id: parent.id, name: parent.name },
    fork: { from: { id: parent.id, name: parent.name }, step: 2.5 },
    startedAtMs: whole.startedAtMs,
    notes: whole.notes,
    source: whole.source,
    environment: whole.environment,
  });
});

it("takes the same points again without storing them twice", async () => {
  const run = await open().client().createRun({ source: SOURCE });
  const body = dense([0, 1, 2, 3], [[1], ["NaN"], ["-Infinity"], [0]]);
  for (let time = 0; time < 3; time += 1) expect((await post(run.id, body)).status).toBe(200);
  expect(await countPoints(run.id)).toBe(4);
});

it("takes the same points from many writers at once without storing them twice", async () => {
  const run = await open().client().createRun({ source: SOURCE });
  const steps = Array.from({ length: 200 }, (_, at) => at);
  const body = dense(
    steps,
    steps.map((step) => [step, step === 3 ? null : -step]),
    ["a", "b"],
  );
  const answers = await Promise.all(Array.from({ length: 12 }, () => post(run.id, body)));
  expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 12 }, () => 200));
  expect(await answers[0]?.json()).toEqual({ accepted: 399 });
  expect(await countPoints(run.id)).toBe(399);
});

it("makes one run of a creation that is sent again with its id", async () => {
  const { api } = open().client();
  const id = RunId.parse(randomIds.uuid());
  const create = () => api.run.create.mutate({ ...SCOPE, id, name: "once", params: { lr: "1" } });
  const made = await Promise.all(Array.from({ length: 6 }, create));
  expect(new Set(made.map((run) => run.number)).size).toBe(1);
  const rows = await open().sql("select id from run where name = 'once'");
  expect(rows).toHaveLength(1);
});

it("writes a param once: the same value again is fine, another is refused and the old one stays", async () => {
  const assay = open().client();
  const run = await assay.createRun({ source: SOURCE, params: { lr: 1 } });
  await run.logParams({ lr: 1 });
  await expect(run.logParams({ lr: 2, other: 3 })).rejects.toMatchObject({ code: "PARAM_IS_WRITE_ONCE" });
  // All or nothing: the new key beside the refused one is not kept either.
  expect((await assay.runs.get(run.id)).params).toEqual({ lr: "1" });
});

it("lets one of two writers at once decide a param and tells the other", async () => {
  const run = await open().client().createRun({ source: SOURCE });
  const results = await Promise.allSettled([1, 2, 3, 4, 5, 6].map((lr) => run.logParams({ lr })));
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
});

it("logs metrics and params together or not at all", async () => {
  const house = open();
  const run = await house.client().createRun({ source: SOURCE, params: { lr: 1 } });
  const batch = (params: { key: string; value: string }[]) =>
    house.fetch("/api/2.0/mlflow/runs/log-batch", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ run_id: run.id, params, metrics: [{ key: "m", value: 1, timestamp: 1, step: 0 }] }),
    });
  const refused = await batch([
    { key: "fresh", value: "1" },
    { key: "lr", value: "2" },
  ]);
  expect(refused.status).toBe(400);
  expect(await countPoints(run.id)).toBe(0);
  expect((await batch([{ key: "fresh", value: "1" }])).status).toBe(200);
  expect(await countPoints(run.id)).toBe(1);
});

it("overwrites tags, deletes them and says so when there is none", async () => {
  const assay = open().client();
  const run = await assay.createRun({ source: SOURCE, tags: { a: "1", b: "1" } });
  await run.setTags({ a: "2", 'quote " and \\ and , and }': "{x}" });
  await assay.api.run.deleteTag.mutate({ ...SCOPE, runId: run.id, key: "b" });
  expect((await assay.runs.get(run.id)).tags).toEqual({ a: "2", 'quote " and \\ and , and }': "{x}" });
  await expect(assay.api.run.deleteTag.mutate({ ...SCOPE, runId: run.id, key: "b" })).rejects.toThrow(/No tag/);
});

it("gives back keys of every shape as they were: they are data, not names of properties", async () => {
  const assay = open().client();
  const keys = ["toString", "valueOf", "hasOwnProperty", "a/b c.d-e", "Ω≈ç", "'; drop table run; --", "{a,b}", '"'];
  const params = Object.fromEntries(keys.map((key) => [key, "x"]));
  const run = await assay.createRun({ source: SOURCE, tags: params });
  await assay.api.run.logParams.mutate({ ...SCOPE, runId: run.id, params });
  expect((await post(run.id, dense([0], [keys.map(() => 1)], keys))).status).toBe(200);
  const detail = await assay.runs.get(run.id);
  const sorted = keys.toSorted();
  expect(Object.keys(detail.params).sort()).toEqual(sorted);
  expect(Object.keys(detail.tags).sort()).toEqual(sorted);
  expect(detail.metrics.map((metric) => metric.key).sort()).toEqual(sorted);
});

it.each(["__proto__", "constructor", "prototype"])(
  "refuses the key %s at once, without waiting for a server to come back",
  async (key) => {
    const run = await open().client().createRun({ source: SOURCE });
    const map = Object.fromEntries([[key, "x"]]);
    await expect(run.logParams(map)).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await expect(run.setTags(map)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  },
);

it("refuses to write to an archived run and takes it up again when it is restored", async () => {
  const { api } = open().client();
  const run = await open().client().createRun({ source: SOURCE });
  await api.run.archive.mutate({ ...SCOPE, runIds: [run.id] });
  const refused = await post(run.id, dense([0], [[1]]));
  expect([refused.status, await refused.json()]).toMatchObject([409, { error: { code: "RUN_ARCHIVED" } }]);
  await api.run.restore.mutate({ ...SCOPE, runIds: [run.id] });
  expect((await post(run.id, dense([0], [[1]]))).status).toBe(200);
});

it("reads nested runs from their parent and refuses a parent of another project", async () => {
  const assay = open().client();
  const parent = await assay.createRun({ source: SOURCE, name: "sweep" });
  const first = await assay.createRun({ source: SOURCE, parentRunId: parent.id, name: "child 1" });
  await assay.createRun({ source: SOURCE, parentRunId: parent.id, name: "child 2" });
  expect((await assay.runs.get(parent.id)).children.map((child) => child.name)).toEqual(["child 1", "child 2"]);
  expect((await assay.runs.get(first.id)).parent).toEqual({ id: parent.id, name: "sweep" });
  const parentRunId = RunId.parse(randomIds.uuid());
  await expect(assay.createRun({ source: SOURCE, parentRunId })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("corrects the record when a run is ended again, and takes its duration from start and end", async () => {
  const assay = open().client();
  const run = await assay.createRun({ source: SOURCE, startedAtMs: 1_700_000_000_000 });
  await run.finish();
  const { api } = assay;
  const ended = { ...SCOPE, runId: run.id, status: "failed", endedAtMs: 1_700_000_090_500 } as const;
  expect(await api.run.finish.mutate(ended)).toMatchObject({ status: "failed", durationMs: 90_500 });
  expect(await assay.runs.get(run.id)).toMatchObject({ status: "failed", endedAtMs: 1_700_000_090_500 });
});

it("keeps saved views by owner and name", async () => {
  const house = open();
  const [ada, ben] = [
    house.caller(await house.person("Ada", "editor")),
    house.caller(await house.person("Ben", "editor")),
  ];
  const view = { ...SCOPE, name: "Best", screen: "runs" };
  const first = await ada.view.save({ ...view, state: "sort=loss" });
  const again = await ada.view.save({ ...view, state: "sort=acc" });
  expect(again.id).toBe(first.id);
  await ben.view.save({ ...view, state: "sort=name" });
  const seen = await ben.view.list({ ...SCOPE, screen: "runs" });
  expect(seen.map(({ owner, state, isMine }) => [owner, state, isMine])).toEqual([
    ["Ada", "sort=acc", false],
    ["Ben", "sort=name", true],
  ]);
  await expect(ben.view.delete({ ...SCOPE, id: first.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await ada.view.delete({ ...SCOPE, id: first.id });
  expect(await ben.view.list({ ...SCOPE, screen: "runs" })).toHaveLength(1);
});

it("hears that a run lives when it logs points", async () => {
  const run = await open().client().createRun({ source: SOURCE });
  await open().sql("update run set heartbeat_at = now() - interval '1 hour' where id = $1", [run.id]);
  expect((await post(run.id, dense([0], [[1]]))).status).toBe(200);
  await waitFor(async () => {
    const [row] = await open().sql("select 1 from run where id = $1 and heartbeat_at > now() - interval '1 minute'", [
      run.id,
    ]);
    return row;
  });
});
