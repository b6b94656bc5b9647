import type { RunId } from "@assay/contract";
import { afterEach, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { killHard, killServices, startWorkerProcess } from "../support/service-process.ts";
import { waitFor } from "../support/wait-for.ts";

const open = useHouse();
const SCOPE = { workspace: "team", project: "main" };

afterEach(killServices);

async function chunkedRun(): Promise<RunId> {
  const run = await open().client().createRun({ source: {} });
  for (let step = 0; step < 200; step += 1) run.log({ loss: step, accuracy: step }, { step });
  await run.finish();
  await open().context().metrics.settle(run.id);
  return run.id;
}

const rowsOf = async (runIds: RunId[]): Promise<number> => {
  const rows = await open().sql<{ count: number }>(
    `select (select count(*)::int from metric_chunk where run_id = any($1::uuid[]))
       + (select count(*)::int from metric_summary where run_id = any($1::uuid[]))
       + (select count(*)::int from run_summary where run_id = any($1::uuid[]))
       + (select count(*)::int from run_purge where run_id = any($1::uuid[])) as count`,
    [runIds],
  );
  return rows[0]?.count ?? -1;
};

it("finishes what a worker that was killed in the middle of a purge had begun", async () => {
  const house = open();
  const runIds = [await chunkedRun(), await chunkedRun()].sort();
  const caller = house.caller({ kind: "system", name: "test" });
  await caller.run.archive({ ...SCOPE, runIds });
  await caller.run.delete({ ...SCOPE, runIds });
  // The second run's lock is held, so that the first is purged and the second is being waited for.
  const holder = await house.connect();
  await holder.query("begin");
  await holder.query("select pg_advisory_xact_lock(hashtextextended($1::uuid::text, 7))", [runIds[1]]);
  const killed = await startWorkerProcess(house);
  await waitFor(async () => (await rowsOf(runIds.slice(0, 1))) === 0, { timeoutMs: 30_000 });
  expect(await rowsOf(runIds.slice(1))).toBeGreaterThan(0);
  await killHard(killed);
  await holder.query("commit");
  expect(await rowsOf(runIds.slice(1))).toBeGreaterThan(0);
  const next = await startWorkerProcess(house);
  await waitFor(async () => (await rowsOf(runIds)) === 0, { timeoutMs: 60_000 });
  await killHard(next);
});
