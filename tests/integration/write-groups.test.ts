import { RunId } from "@assay/contract";
import { randomIds } from "@assay/services";
import { expect, it } from "vitest";
import { useHouse } from "../support/house.ts";

const open = useHouse();
const SCOPE = { workspace: "team", project: "main" } as const;
const API = "/api/2.0/mlflow";

interface Made {
  run: { info: { run_id: string; run_name: string }; data: { params?: Entry[]; tags: Entry[] } };
}
type Entry = { key: string; value: string };

async function post(route: string, body: object): Promise<{ status: number; text: string }> {
  const headers = { "content-type": "application/json" };
  const answer = await open().fetch(`${API}/${route}`, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: answer.status, text: await answer.text() };
}

const create = (name: string, experiment_id = "0") =>
  post("runs/create", { experiment_id, run_name: name, tags: [{ key: "mine", value: name }] });

const count = async (table: "run" | "run_tag" | "param", where: string, value: string): Promise<number> =>
  (await open().sql(`select 1 from ${table} where ${where} = $1`, [value])).length;

const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `run ${at}`);

it("makes runs that are asked for at once, each with its own name, tags and number", async () => {
  const answers = await Promise.all(names(40).map((name) => create(name)));
  for (const [at, { status, text }] of answers.entries()) {
    expect([status, text]).toEqual([200, expect.stringContaining(`"run_name":"run ${at}"`)]);
    const { run }: Made = JSON.parse(text);
    expect(run.data.tags).toContainEqual({ key: "mine", value: `run ${at}` });
  }
  const rows = await open().sql<{ number: number }>("select number from run where name like 'run %' order by number");
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, at) => (rows[0]?.number ?? 0) + at));
  expect(rows).toHaveLength(40);
});

it("refuses one of them without a trace, and makes the others", async () => {
  const wrong = [create("lost", "404404"), create("lost", "404405")];
  const answers = await Promise.all([...names(10).map((name) => create(`again ${name}`)), ...wrong]);
  expect(answers.map(({ status }) => status)).toEqual([...names(10).map(() => 200), 404, 404]);
  expect(await count("run", "name", "lost")).toBe(0);
  expect(await count("run_tag", "value", "lost")).toBe(0);
});

it("makes one run of an id that is asked for many times among others, and one experiment of a new name", async () => {
  const { api } = open().client();
  const id = RunId.parse(randomIds.uuid());
  const made = await Promise.all(
    names(12).map((name, at) =>
      api.run.create.mutate({
        ...SCOPE,
        experiment: "brand new",
        name,
        params: { at: `${at}` },
        ...(at % 3 ? {} : { id }),
      }),
    ),
  );
  expect(new Set(made.map((run) => run.id)).size).toBe(9);
  expect(new Set(made.map((run) => run.experiment.number)).size).toBe(1);
  for (const [at, run] of made.entries()) {
    if (at % 3 === 0) expect(run.id).toBe(id);
    else expect((await open().client().runs.get(run.id)).params).toEqual({ at: `${at}` });
  }
});

it("takes every log that arrives at once but the one that changes a param, of which nothing stays", async () => {
  const ids = await Promise.all(
    names(12).map(async () => (JSON.parse((await create("logged")).text) as Made).run.info.run_id),
  );
  const log = (run_id: string, lr: string, tag: string) =>
    post("runs/log-batch", {
      run_id,
      params: [{ key: "lr", value: lr }],
      tags: [{ key: "said", value: tag }],
      metrics: [{ key: "loss", value: 1, timestamp: 1_000, step: 0 }],
    });
  await log(ids[5] ?? "", "0.1", "first");
  const answers = await Promise.all(ids.map((id, at) => log(id, at === 5 ? "0.2" : "0.1", `now ${at}`)));
  expect(answers.map(({ status }) => status)).toEqual(ids.map((_, at) => (at === 5 ? 400 : 200)));
  expect(answers[5]?.text).toContain("Changing param values is not allowed");
  for (const at of ids.keys())
    expect([at, await count("run_tag", "value", `now ${at}`)]).toEqual([at, at === 5 ? 0 : 1]);
  const { metrics } = await open().client().runs.get(RunId.parse(ids[5]));
  expect(metrics.map((series) => series.count)).toEqual([1]);
});

it("lets one of many values win that are logged to one param at once, and keeps every tag", async () => {
  const { run }: Made = JSON.parse((await create("raced")).text);
  const { run_id } = run.info;
  const logs = names(10).map((value) => post("runs/log-parameter", { run_id, key: "winner", value }));
  const tags = names(10).map((value) => post("runs/set-tag", { run_id, key: value, value }));
  const statuses = (await Promise.all(logs)).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([200, ...names(9).map(() => 400)]);
  expect((await Promise.all(tags)).map(({ status }) => status)).toEqual(names(10).map(() => 200));
  const detail = await open().client().runs.get(RunId.parse(run_id));
  expect(detail.params).toEqual({ winner: names(10)[statuses.indexOf(200)] });
  expect(Object.keys(detail.tags).filter((key) => key.startsWith("run "))).toHaveLength(10);
});

it("takes each param and tag that arrives alone by itself, and leaves nothing of those it refuses", async () => {
  const ids = await Promise.all(
    names(6).map(async () => (JSON.parse((await create("alone")).text) as Made).run.info.run_id),
  );
  const [archived = "", changed = "", ...others] = ids;
  await post("runs/delete", { run_id: archived });
  await post("runs/log-parameter", { run_id: changed, key: "alone", value: "before" });
  const missing = RunId.parse(randomIds.uuid());
  const { db } = open().server.house;
  const { sqlTransaction } = db;
  let transactions = 0;
  db.sqlTransaction = (work) => {
    transactions += 1;
    return sqlTransaction(work);
  };
  const statuses = async (answers: Promise<{ status: number }>[]): Promise<number[]> =>
    (await Promise.all(answers)).map(({ status }) => status);
  try {
    const asked = [archived, changed, missing, ...others];
    const params = asked.map((run_id) => post("runs/log-parameter", { run_id, key: "alone", value: "now" }));
    const tags = asked.map((run_id) => post("runs/set-tag", { run_id, key: "alone", value: "set alone" }));
    const taken = others.map(() => 200);
    expect(await statuses(params)).toEqual([400, 400, 404, ...taken]);
    expect(await statuses(tags)).toEqual([400, 200, 404, ...taken]);
    // The same again is no change.
    expect((await post("runs/log-parameter", { run_id: changed, key: "alone", value: "before" })).status).toBe(200);
  } finally {
    db.sqlTransaction = sqlTransaction;
  }
  expect(transactions).toBe(0);
  const stored = await open().sql<{ run_id: string; value: string }>(
    "select run_id, value from param where key = 'alone'",
  );
  expect(stored.map(({ run_id, value }) => `${run_id.replaceAll("-", "")} ${value}`).toSorted()).toEqual(
    [`${changed} before`, ...others.map((id) => `${id} now`)].toSorted(),
  );
  expect(await count("run_tag", "value", "set alone")).toBe(others.length + 1);
});
