import { ProjectId, type RunId } from "@assay/contract";
import { enterProject, purgeRuns } from "@assay/services";
import { expect, it } from "vitest";
import { useHouse } from "../support/house.ts";

const open = useHouse();
const SCOPE = { workspace: "team", project: "main" };

const maintainer = async () => open().caller(await open().person("Mia", "maintainer"));
const purge = () => purgeRuns({ ctx: open().context() });

/** A run with something in every table that names runs. */
async function fullRun(steps = 300): Promise<{ id: RunId; name: string }> {
  const house = open();
  const run = await house
    .client()
    .createRun({ params: { lr: "0.1" }, tags: { team: "vision" }, source: { commit: "c0ffee" } });
  for (let step = 0; step < steps; step += 1) run.log({ loss: 1 / (step + 1), accuracy: step / steps }, { step });
  await run.logArtifact("report.txt", `report of ${run.id}`);
  await run.logModel("net", { "net.bin": `weights of ${run.id}` });
  await run.finish();
  await house
    .caller({ kind: "system", name: "test" })
    .run.logInputs({ ...SCOPE, runId: run.id, datasets: [{ name: "iris", digest: "1" }] });
  return { id: run.id, name: run.name };
}

async function archived(ids: RunId[]): Promise<void> {
  await open()
    .caller({ kind: "system", name: "test" })
    .run.archive({ ...SCOPE, runIds: ids });
}

/** Every table with a column that names a run, and how many of its rows name this one. */
async function rowsNaming(runId: RunId): Promise<Record<string, number>> {
  const house = open();
  const columns = await house.sql<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns
     where table_schema = 'public' and column_name in ('run_id', 'source_run_id', 'parent_run_id', 'forked_from_run_id', 'owner_id')
     union all values ('run', 'id')`,
  );
  const counts: Record<string, number> = {};
  for (const { table_name: table, column_name: column } of columns) {
    const [row] = await house.sql<{ count: string }>(`select count(*) from ${table} where ${column} = $1`, [runId]);
    if (Number(row?.count) > 0) counts[`${table}.${column}`] = Number(row?.count);
  }
  return counts;
}

it("deletes an archived run with all that names it, and its space is free once the worker has been", async () => {
  const house = open();
  const run = await fullRun();
  const [model] = await house.sql<{ id: string }>("select id from logged_model where source_run_id = $1", [run.id]);
  await archived([run.id]);
  expect(Object.keys(await rowsNaming(run.id))).toEqual(
    expect.arrayContaining(["run.id", "param.run_id", "run_tag.run_id", "run_input.run_id", "artifact.owner_id"]),
  );
  const caller = await maintainer();
  const gone = await caller.run.delete({ ...SCOPE, runIds: [run.id] });
  expect(gone).toMatchObject({ runs: 1, points: 600, files: 2 });
  expect(gone.metricBytes).toBeGreaterThan(600);
  await expect(caller.run.get({ ...SCOPE, runId: run.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const left = await rowsNaming(run.id);
  expect(Object.keys(left)).toEqual(expect.arrayContaining(["metric_chunk.run_id", "run_purge.run_id"]));
  await purge();
  expect(await rowsNaming(run.id)).toEqual({});
  expect(await house.sql("select 1 from artifact where owner_id = $1", [model?.id])).toEqual([]);
  expect(await house.sql("select 1 from lineage_edge where from_id = $1 or to_id = $1", [run.id])).toEqual([]);
});

it("says in the audit log who deleted which runs, and what they took up", async () => {
  const house = open();
  const run = await fullRun(10);
  await archived([run.id]);
  const caller = house.caller(await house.person("Mia", "maintainer"));
  await caller.run.delete({ ...SCOPE, runIds: [run.id] });
  const { items } = await caller.audit.list({ workspace: "team" });
  expect(items[0]).toMatchObject({
    action: "run.delete",
    actor: "Mia",
    subject: `run ${run.id}`,
    details: { runs: 1, points: 20, deleted: { [run.id]: run.name } },
  });
});

it("refuses a run that is not archived, and then deletes none of the others", async () => {
  const [kept, other] = [await fullRun(1), await fullRun(1)];
  await archived([other.id]);
  const caller = await maintainer();
  const attempt = caller.run.delete({ ...SCOPE, runIds: [other.id, kept.id] });
  await expect(attempt).rejects.toMatchObject({ code: "CONFLICT", message: `${kept.name} is not archived` });
  expect((await caller.run.get({ ...SCOPE, runId: other.id })).lifecycle).toBe("archived");
});

it("refuses a run that a registered version came from, until the version is deleted", async () => {
  const house = open();
  const run = await house.client().createRun({ source: {} });
  const logged = await run.logModel("net", { "net.bin": "weights" });
  await house.client().models.register("digits", logged);
  await archived([run.id]);
  const caller = await maintainer();
  const attempt = caller.run.delete({ ...SCOPE, runIds: [run.id] });
  await expect(attempt).rejects.toMatchObject({
    code: "CONFLICT",
    message: `${run.name} is the source of digits/1 in the registry`,
  });
  await caller.modelVersion.delete({ ...SCOPE, name: "digits", version: 1 });
  expect((await caller.run.delete({ ...SCOPE, runIds: [run.id] })).runs).toBe(1);
});

it("refuses a run that another was forked from, and deletes the two together", async () => {
  const base = await fullRun(5);
  const caller = await maintainer();
  const fork = await caller.run.create({ ...SCOPE, fork: { runId: base.id, step: 3 } });
  await archived([base.id, fork.id]);
  const attempt = caller.run.delete({ ...SCOPE, runIds: [base.id] });
  await expect(attempt).rejects.toMatchObject({
    code: "CONFLICT",
    message: `${fork.name} is forked from ${base.name} and reads its points`,
  });
  expect((await caller.run.delete({ ...SCOPE, runIds: [base.id, fork.id] })).runs).toBe(2);
});

it("deletes no run and no series of another project", async () => {
  const house = open();
  const run = await fullRun(1);
  await archived([run.id]);
  await house.project("neighbour");
  const caller = await maintainer();
  const neighbour = { workspace: "team", project: "neighbour" };
  const attempts = [
    () => caller.run.delete({ ...neighbour, runIds: [run.id] }),
    () => caller.metric.delete({ ...neighbour, runId: run.id, key: "loss" }),
    () => caller.run.usage({ ...neighbour, runIds: [run.id] }),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await caller.run.get({ ...SCOPE, runId: run.id })).metrics).toHaveLength(2);
});

it("lets nobody fork a run while it is being deleted", async () => {
  const house = open();
  const base = await fullRun(5);
  await archived([base.id]);
  const other = await house.connect();
  await other.query("begin");
  await other.query("select 1 from run where id = $1 for update", [base.id]);
  const fork = house.client().api.run.create.mutate({ ...SCOPE, fork: { runId: base.id, step: 3 } });
  const refusal = expect(fork).rejects.toMatchObject({ data: { code: "NOT_FOUND" } });
  await other.query("delete from run where id = $1", [base.id]);
  await other.query("commit");
  await refusal;
});

it("leaves nothing of points whose append began before the deletion and was committed after it", async () => {
  const house = open();
  const run = await fullRun(5);
  const { metrics, db } = house.context();
  const projectId = ProjectId.parse((await enterProject({ ctx: house.context(), input: SCOPE })).project.id);
  const series = [{ key: "late", steps: Float64Array.of(1), timesMs: Float64Array.of(1), values: Float64Array.of(1) }];
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const written = Promise.withResolvers<void>();
  const append = db.transaction(async (tx) => {
    await metrics.append({ projectId, runId: run.id, series }, tx);
    written.resolve();
    await gate;
  });
  await written.promise;
  await archived([run.id]);
  await (await maintainer()).run.delete({ ...SCOPE, runIds: [run.id] });
  let isPurged = false;
  const purging = purge().then(() => {
    isPurged = true;
  });
  await house.sql("select pg_sleep(0.3)");
  expect(isPurged).toBe(false);
  letGo();
  await append;
  await purging;
  expect(await rowsNaming(run.id)).toEqual({});
});

it("deletes one series of a run and leaves the others; a later point begins it anew", async () => {
  const house = open();
  const run = await fullRun(200);
  const caller = await maintainer();
  const before = await caller.run.usage({ ...SCOPE, runIds: [run.id] });
  const gone = await caller.metric.delete({ ...SCOPE, runId: run.id, key: "loss" });
  expect(gone.points).toBe(200);
  const after = await caller.run.usage({ ...SCOPE, runIds: [run.id] });
  expect(after).toEqual({ ...before, points: 200, metricBytes: before.metricBytes - gone.bytes });
  expect((await caller.run.get({ ...SCOPE, runId: run.id })).metrics.map(({ key }) => key)).toEqual(["accuracy"]);
  await expect(caller.metric.delete({ ...SCOPE, runId: run.id, key: "loss" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const matrix = { keys: ["loss"], steps: [7], timesMs: [7], values: [[7]] };
  await caller.metric.log({ ...SCOPE, runId: run.id, metrics: matrix });
  const [loss] = (await caller.run.get({ ...SCOPE, runId: run.id })).metrics.filter(({ key }) => key === "loss");
  expect(loss).toMatchObject({ count: 1, last: 7, first: 7 });
  expect(await house.sql("select count(*)::int from metric_summary where run_id = $1", [run.id])).toEqual([
    { count: 1 },
  ]);
});

it("counts the bytes of a run's chunks, through every rewrite of them", async () => {
  const house = open();
  const run = await house.client().createRun({ source: {} });
  const { metrics } = house.context();
  for (let part = 0; part < 4; part += 1) {
    for (let step = part * 50; step < part * 50 + 150; step += 1) run.log({ loss: Math.sin(step) }, { step });
    await run.flush();
    await metrics.compact([run.id]);
  }
  await metrics.settle(run.id);
  const [row] = await house.sql<{ noted: string; held: string }>(
    `select s.chunk_bytes as noted, (select sum(octet_length(steps) + octet_length(times_ms) + octet_length("values")
       + coalesce(octet_length(pyramid), 0)) from metric_chunk where run_id = s.run_id) as held
     from run_summary s where run_id = $1`,
    [run.id],
  );
  expect(Number(row?.noted)).toBeGreaterThan(0);
  expect(row?.noted).toBe(row?.held);
});

it("shows what a project takes up, with the bytes that files share counted once", async () => {
  const house = open();
  await house.project("measured");
  const client = house.client({ project: "team/measured" });
  for (const name of ["one", "two"]) {
    const run = await client.createRun({ name, source: {} });
    for (let step = 0; step < 10; step += 1) run.log({ loss: step }, { step });
    await run.logArtifact("same.txt", "the same ten");
    await run.finish();
    await house.context().metrics.compact([run.id]);
  }
  const usage = await (await maintainer()).project.usage({ workspace: "team", project: "measured" });
  expect(usage).toMatchObject({ runs: 2, points: 20, files: 2, fileBytes: 12 });
});
