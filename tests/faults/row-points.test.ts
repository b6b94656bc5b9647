import { RunId } from "@assay/contract";
import { checkMetrics, type Finding } from "@assay/db/check";
import { enterProject } from "@assay/services";
import { afterEach, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { killHard, killServices, startWorkerProcess } from "../support/service-process.ts";
import { waitFor } from "../support/wait-for.ts";

const open = useHouse();

afterEach(killServices);

/** Points as version 0.1 kept them: a row each. */
async function insertRows(runId: RunId, key: string, points: number): Promise<void> {
  await open().sql(
    `with k as (insert into metric_key (project_id, name) select project_id, $2 from run where id = $1
       on conflict (project_id, name) do update set name = excluded.name returning id)
     insert into metric_point (run_id, key_id, step, time_ms, value)
     select $1, k.id, at, 1000 + at, case when at % 100 = 7 then 'NaN' else sqrt(at) end
     from k, generate_series(0, $3 - 1) as at`,
    [runId, key, points],
  );
}

const rowsLeft = async (): Promise<number> =>
  Number((await open().sql<{ count: string }>("select count(*) from metric_point"))[0]?.count);

async function read(runId: RunId, key: string) {
  const { project } = await enterProject({ ctx: open().context(), input: { workspace: "team", project: "main" } });
  const [series] = await open()
    .context()
    .metrics.readRange({ projectId: project.id, runIds: [runId], keys: [key] });
  return series?.points;
}

async function expectRows(runId: RunId, key: string, points: number): Promise<void> {
  const steps = Array.from({ length: points }, (_, at) => at);
  const found = await read(runId, key);
  expect(found?.steps).toEqual(Float64Array.from(steps));
  expect(found?.timesMs).toEqual(Float64Array.from(steps, (at) => 1_000 + at));
  expect(found?.values).toEqual(Float64Array.from(steps, (at) => (at % 100 === 7 ? Number.NaN : Math.sqrt(at))));
}

async function startRun(): Promise<RunId> {
  return RunId.parse((await open().client().createRun({ source: {} })).id);
}

async function findings(): Promise<Finding[]> {
  const found: Finding[] = [];
  await checkMetrics({ url: open().databaseUrl, onFinding: (finding) => found.push(finding) });
  return found;
}

it("moves every row into chunks exactly once, though the worker is killed in the middle", async () => {
  const house = open();
  const [first, second, archived] = [await startRun(), await startRun(), await startRun()];
  await insertRows(first, "loss", 120_000);
  await insertRows(first, "acc", 300);
  await insertRows(second, "loss", 5_000);
  await insertRows(archived, "loss", 5);
  await house.sql("update run set archived_at = now() where id = $1", [archived]);
  // Held by its lock, the second run stops the worker after the first or before it, whichever comes first.
  const holder = await house.connect();
  await holder.query("begin");
  await holder.query("select pg_advisory_xact_lock(hashtextextended($1::uuid::text, 7))", [second]);
  const killed = await startWorkerProcess(house);
  await waitFor(async () => (await rowsLeft()) < 125_305, { timeoutMs: 60_000 });
  await killHard(killed);
  await holder.query("commit");
  expect(await rowsLeft()).toBeGreaterThan(0);
  const next = await startWorkerProcess(house);
  await waitFor(async () => (await rowsLeft()) === 0, { timeoutMs: 60_000 });
  await expectRows(first, "loss", 120_000);
  await expectRows(first, "acc", 300);
  await expectRows(second, "loss", 5_000);
  await expectRows(archived, "loss", 5);
  expect(await findings()).toEqual([]);
  await killHard(next);
});

it("throws away rows of a run that was deleted", async () => {
  const house = open();
  await house.sql(`insert into metric_point (run_id, key_id, step, time_ms, value)
    values ('0190a1b2-0000-7000-8000-000000000000', 1, 0, 0, 0)`);
  const worker = await startWorkerProcess(house);
  await waitFor(async () => (await rowsLeft()) === 0, { timeoutMs: 60_000 });
  await killHard(worker);
  expect(await findings()).toEqual([]);
});

it("joins them with what was logged since, and a point that is in both is there once", async () => {
  const house = open();
  const run = await house.client().createRun({ source: {} });
  for (let step = 0; step < 50; step += 1) run.log({ rmse: Math.sqrt(step) }, { step, timeMs: 1_000 + step });
  await run.flush();
  await insertRows(RunId.parse(run.id), "rmse", 40);
  const worker = await startWorkerProcess(house);
  await waitFor(async () => (await rowsLeft()) === 0, { timeoutMs: 60_000 });
  // Step 7 was logged as a number and kept in rows as NaN: two points.
  expect((await read(RunId.parse(run.id), "rmse"))?.steps.length).toBe(51);
  await killHard(worker);
  await house.context().metrics.settle(RunId.parse(run.id));
  expect(await findings()).toEqual([]);
});
