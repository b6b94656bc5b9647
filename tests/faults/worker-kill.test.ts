import type { RunId } from "@assay/contract";
import { afterEach, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { killRounds } from "../support/kill-rounds.ts";
import { expectExact, printTally, tallyPoints } from "../support/point-tally.ts";
import { killHard, killServices, startWorkerProcess } from "../support/service-process.ts";
import { untilCompacting } from "../support/until-compacting.ts";
import { waitFor } from "../support/wait-for.ts";
import { WriterFleet } from "../support/writer-fleet.ts";

const open = useHouse();
const ROUNDS = 20;
const WRITERS = 8;
const POINTS_PER_ROUND = 2_500;

afterEach(killServices);

interface JobRow {
  state: string;
  retry_count: number;
}

const jobsOf = (name: string, runId: string): Promise<JobRow[]> =>
  open().sql<JobRow>("select state, retry_count from pgboss.job where name = $1 and singleton_key = $2", [name, runId]);

const summariesOf = (runId: string) =>
  open().sql<{ count: string }>("select count from metric_summary where run_id = $1", [runId]);

async function logRun(points: number): Promise<RunId> {
  const run = await open().client().createRun({ source: {} });
  for (let step = 0; step < points; step += 1) run.log({ loss: step }, { step });
  await run.finish();
  return run.id;
}

/** Makes the run's compaction wait in the middle of its work until the returned function is called. */
async function holdCompaction(runId: RunId): Promise<() => Promise<void>> {
  const client = await open().connect();
  await client.query("begin");
  await client.query("select pg_advisory_xact_lock(hashtextextended($1::uuid::text, 7))", [runId]);
  return async () => {
    await client.query("commit");
  };
}

const isActive = async (runId: RunId) => (await jobsOf("run.settle", runId)).some((job) => job.state === "active");

it("gives the job of a killed worker to the next one, and its effect is there once", async () => {
  const house = open();
  const runId = await logRun(100);
  const release = await holdCompaction(runId);
  const killed = await startWorkerProcess(house);
  await waitFor(() => isActive(runId), { timeoutMs: 30_000 });
  await killHard(killed);
  await release();
  // The job is nobody's now and says it is under way.
  expect(await isActive(runId)).toBe(true);
  expect(await summariesOf(runId)).toEqual([]);
  const next = await startWorkerProcess(house);
  await waitFor(async () => (await jobsOf("run.settle", runId)).every((job) => job.state === "completed"), {
    timeoutMs: 60_000,
  });
  expect(await jobsOf("run.settle", runId)).toEqual([{ state: "completed", retry_count: 1 }]);
  expect(await summariesOf(runId)).toEqual([{ count: "100" }]);
  await killHard(next);
});

it("lets the job under way finish when a worker is told to stop", async () => {
  const house = open();
  const runId = await logRun(10);
  const release = await holdCompaction(runId);
  const worker = await startWorkerProcess(house);
  await waitFor(() => isActive(runId), { timeoutMs: 30_000 });
  worker.process.kill("SIGTERM");
  await release();
  expect(await worker.exited).toEqual({ code: 0, signal: null });
  expect(await jobsOf("run.settle", runId)).toEqual([{ state: "completed", retry_count: 0 }]);
  expect(await summariesOf(runId)).toEqual([{ count: "10" }]);
});

it("puts a job with a wrong payload aside without trying it again, and does its neighbours", async () => {
  const house = open();
  const runId = await logRun(5);
  await house.sql(
    "update pgboss.job set data = '{\"runId\": \"../etc\"}' where name = 'lineage.rebuild' and singleton_key = $1",
    [runId],
  );
  const worker = await startWorkerProcess(house);
  await waitFor(async () => (await jobsOf("lineage.rebuild", runId)).every((job) => job.state === "failed"));
  const dead = await house.sql("select data from pgboss.job where name = 'lineage.rebuild.dead'");
  expect(dead).toEqual([{ data: { runId: "../etc" } }]);
  await waitFor(async () => (await summariesOf(runId)).length === 1);
  expect(worker.output()).toContain("job with a wrong payload");
  await killHard(worker);
});

it("loses and doubles nothing when workers are killed in the middle of compaction under many writers", async () => {
  const house = open();
  const run = await house.client().createRun({ source: {} });
  const target = { url: house.url, token: house.token, runId: run.id };
  const fleet = new WriterFleet(target, WRITERS, 10);
  let worker = await startWorkerProcess(house);
  let inCompaction = 0;
  const strike = async (): Promise<void> => {
    if (await untilCompacting(house.databaseUrl, run.id)) inCompaction += 1;
    await killHard(worker);
    worker = await startWorkerProcess(house);
  };
  await killRounds({ rounds: ROUNDS, pointsPerRound: POINTS_PER_ROUND, fleet, strike });
  await run.finish();
  await waitFor(async () => (await jobsOf("run.settle", run.id)).every((job) => job.state === "completed"), {
    timeoutMs: 60_000,
  });
  const tally = await tallyPoints(target, fleet.writers);
  printTally(`worker killed, ${inCompaction} times in a compaction`, ROUNDS, tally);
  expectExact(tally);
  expect(inCompaction).toBeGreaterThan(ROUNDS / 4);
  // What compaction made of it counts the same, by chunks and by summaries.
  const [points] = await house.sql(
    `select (select sum(count) from metric_chunk where run_id = $1)::int as chunks,
      (select sum(count) from metric_summary where run_id = $1)::int as summaries`,
    [run.id],
  );
  expect(points).toEqual({ chunks: tally.acknowledged, summaries: tally.acknowledged });
  await killHard(worker);
}, 300_000);
