import { PgMetricStore } from "@assay/db";
import { beforeAll, expect, it } from "vitest";
import { useHouse } from "../../support/house.ts";
import { readsIn } from "../../support/reads-in.ts";
import { append, line, makeRun, openStore, type Place, toSeries } from "./engine.ts";

const open = useHouse();
let run: Place;
let fork: Place;

const OTHER_RUNS = 1_500;

/** As many rows of other runs as make reading a table from end to end the dearer way. */
async function addOthers(): Promise<void> {
  const copy = (row: string, changes: string) => `(jsonb_populate_record(${row}, jsonb_build_object(${changes}))).*`;
  const { runId } = run;
  await open().sql(`
    insert into run select ${copy("r", "'id', gen_random_uuid(), 'number', 1000 + n")}
    from run r, generate_series(1, ${OTHER_RUNS}) n where r.id = '${runId}'`);
  await open().sql(`
    insert into metric_chunk select ${copy("c", "'run_id', o.id, 'key_id', k, 'steps', '\\x', 'times_ms', '\\x', 'values', '\\x'")}
    from metric_chunk c, run o, generate_series(100, 103) k where c.run_id = '${runId}' and o.id <> c.run_id`);
  for (const table of ["metric_hot_1", "metric_hot_0"]) {
    await open().sql(`
      insert into ${table} select ${copy("h", "'run_id', o.id")}
      from metric_hot_0 h, run o where h.run_id = '${runId}' and o.id <> h.run_id`);
  }
  for (const table of ["ingest_writer", "run_summary"]) {
    await open().sql(`
      insert into ${table} select ${copy("t", "'run_id', o.id")} from ${table} t, run o where o.id <> t.run_id`);
  }
  await open().sql(`
    insert into metric_key (project_id, name) select project_id, n::text from run, generate_series(1, ${OTHER_RUNS}) n
    where run.id = '${runId}'`);
  await open().sql("analyze");
}

beforeAll(async () => {
  const house = open();
  run = await makeRun(house);
  fork = await makeRun(house, { runId: run.runId, step: 5_000 });
  const store = openStore(house);
  await append(store, run, line(0, 10_000));
  await store.settle(run.runId);
  const writer = { id: "w", epoch: 1, sequence: 1 };
  await store.append({ ...run, series: [toSeries("m", line(10_000, 10))], writer });
});

/** How the statements of a store read, by statement. */
async function readsOf(
  work: (store: PgMetricStore) => Promise<unknown>,
  what: "Relation Name" | "Index Name" = "Relation Name",
): Promise<Map<string, Set<string>>> {
  return readsIn(
    open().databaseUrl,
    async (db) => {
      const store = new PgMetricStore(db, { wakeCompactor: async () => {}, onError: () => {} });
      await work(store);
      await store.idle();
    },
    what,
  );
}

it("finds the runs of an append by their ids while nothing was analyzed yet", async () => {
  const reads = await readsOf((store) => append(store, run, line(10_020, 10)), "Index Name");
  expect(reads.get("WITH asked AS")).toContain("Index Scan on run_pkey");
});

it("reads nothing from end to end to answer for a few runs of many", async () => {
  const { projectId, runId } = run;
  await addOthers();
  const reads = await readsOf(async (store) => {
    await append(store, run, line(10_010, 10));
    await store.append({
      ...run,
      series: [toSeries("m", line(0, 1))],
      writer: { id: "w", epoch: 1, sequence: 2 },
    });
    await store.readRange({ projectId, runIds: [runId, fork.runId], keys: ["m"] });
    await store.readDownsampled({ projectId, runIds: [fork.runId], keys: ["m"], maxPoints: 10 });
    await store.summaries(projectId, [runId]);
    await store.compact([runId]);
  });
  const whole = [...reads.values()].flatMap((scans) => [...scans].filter((scan) => scan.startsWith("Seq Scan")));
  // The one table that has one row.
  expect(whole).toEqual(["Seq Scan on metric_hot_slot"]);
  const hot = (kind: string) => [`${kind} on metric_hot_0`, `${kind} on metric_hot_1`];
  const expected = {
    // insertFrames, readSeries, takeFrames, findChunkBounds and takeChunks, by their first words.
    "WITH asked AS": ["Index Only Scan on ingest_writer", "Index Scan on run"],
    "COPY ( WITH": ["Index Scan on metric_chunk", ...hot("Index Scan"), "Index Scan on run"],
    "WITH taken_0 AS": [...hot("Index Scan"), ...hot("Tid Scan")],
    "SELECT k.key_id, c.first_step,": ["Index Only Scan on metric_chunk", "Index Scan on metric_chunk"],
    "DELETE FROM metric_chunk": ["Index Scan on metric_chunk"],
  };
  const found = Object.keys(expected).map((name) => [name, [...(reads.get(name) ?? [])].sort()]);
  expect(Object.fromEntries(found)).toEqual(expected);
});
