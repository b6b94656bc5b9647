import { DomainError } from "@assay/contract";
import { UnwritableRunError } from "@assay/db";
import { expect, it } from "vitest";
import { useHouse } from "../../support/house.ts";
import { waitFor } from "../../support/wait-for.ts";
import { append, line, makeRun, openStore, readWhole, toSeries } from "./engine.ts";

const open = useHouse();

const framesOf = async (runId: string): Promise<number> => {
  const [row] = await open().sql<{ n: number }>(
    "select ((select count(*) from metric_hot_0 where run_id = $1) + (select count(*) from metric_hot_1 where run_id = $1))::int as n",
    [runId],
  );
  return row?.n ?? -1;
};

it("refuses points of a run of another project, and keeps none of them but all of their neighbours", async () => {
  const house = open();
  const [store, run] = [openStore(house), await makeRun(house)];
  const elsewhere = { ...run, projectId: await house.project("elsewhere") };
  // One flush holds all of these.
  const outcomes = await Promise.allSettled([
    append(store, run, line(0, 3)),
    append(store, elsewhere, line(10, 3)),
    append(store, run, line(20, 3)),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(outcomes[1]).toMatchObject({ reason: expect.any(UnwritableRunError) });
  expect(await readWhole(store, run)).toEqual([...line(0, 3), ...line(20, 3)]);
  expect(await readWhole(store, elsewhere)).toEqual([]);
});

it("refuses points of an archived run from the moment it is archived", async () => {
  const [store, run] = [openStore(open()), await makeRun(open())];
  await append(store, run, line(0, 3));
  await open().sql("update run set archived_at = now() where id = $1", [run.runId]);
  await expect(append(store, run, line(3, 3))).rejects.toThrow(UnwritableRunError);
  expect(await framesOf(run.runId)).toBe(1);
  await open().sql("update run set archived_at = null where id = $1", [run.runId]);
  expect(await readWhole(store, run)).toEqual(line(0, 3));
});

it("keeps nothing of a batch whose transaction is rolled back, and all of it once it commits", async () => {
  const [store, run] = [openStore(open()), await makeRun(open())];
  const { db } = open().server.house;
  const batch = { ...run, series: [toSeries("m", line(0, 5))] };
  await store.prepare(run.projectId, ["m"]);
  const failing = db.transaction(async (tx) => {
    await store.append(batch, tx);
    throw new Error("the params were refused");
  });
  await expect(failing).rejects.toThrow("the params were refused");
  expect(await readWhole(store, run)).toEqual([]);
  await db.transaction((tx) => store.append(batch, tx));
  expect(await readWhole(store, run)).toEqual(line(0, 5));
});

it("says BACKPRESSURE while more waits than it may keep, and takes the same points once there is room", async () => {
  const [house, run] = [open(), await makeRun(open())];
  const [size] = await house.sql<{ bytes: string }>(
    "select pg_total_relation_size('metric_hot_0') + pg_total_relation_size('metric_hot_1') as bytes",
  );
  const store = openStore(house, { hotLimitBytes: Number(size?.bytes) + 100_000 });
  let sent = 0;
  const refusal = await waitFor(
    () =>
      append(store, run, line(sent * 1_000, 1_000, Math.random)).then(
        () => {
          sent += 1;
          return null;
        },
        (error: unknown) => error,
      ),
    { timeoutMs: 30_000 },
  );
  expect(refusal).toBeInstanceOf(DomainError);
  expect(refusal).toMatchObject({ code: "BACKPRESSURE", details: { retryAfterSeconds: 2 } });
  expect(await readWhole(store, run)).toHaveLength(sent * 1_000);
  // Reads and compaction go on; the rows they leave behind are cleared away.
  await store.compact([run.runId]);
  await house.sql("vacuum metric_hot_0");
  await house.sql("vacuum metric_hot_1");
  await waitFor(() => append(store, run, line(sent * 1_000, 1_000)).then(() => true));
  expect(await readWhole(store, run)).toHaveLength(sent * 1_000 + 1_000);
});

it("reads each of a thousand keys that came in one request", async () => {
  const [store, run] = [openStore(open()), await makeRun(open())];
  const keys = Array.from({ length: 1_000 }, (_, at) => `layer/${at}/norm`);
  const series = keys.map((key, at) =>
    toSeries(
      key,
      line(0, 3, (step) => step + at),
    ),
  );
  await store.append({ ...run, series });
  expect(await framesOf(run.runId)).toBe(4);
  for (const isSettled of [false, true]) {
    if (isSettled) await store.settle(run.runId);
    for (const at of [0, 255, 256, 511, 999]) {
      expect(await readWhole(store, run, `layer/${at}/norm`)).toEqual(line(0, 3, (step) => step + at));
    }
    const aggregates = await store.aggregates(run.projectId, [run.runId], keys, "last");
    expect(aggregates.get(run.runId)).toEqual(keys.map((_, at) => 2 + at));
  }
});

it("answers aggregates in the order of the keys, also where several of them were never logged", async () => {
  const [store, run] = [openStore(open()), await makeRun(open())];
  await append(store, run, line(0, 3));
  for (const isSettled of [false, true]) {
    if (isSettled) await store.settle(run.runId);
    const found = await store.aggregates(run.projectId, [run.runId], ["never", "m", "nor this", "nor that"], "count");
    expect(found.get(run.runId)).toEqual([undefined, 3, undefined, undefined]);
  }
});

it("knows the last point of every run, also when more waits than one answer holds", async () => {
  const house = open();
  const store = openStore(house);
  const places = [await makeRun(house), await makeRun(house)] as const;
  for (const place of places) {
    await append(store, place, line(0, 10));
    await store.compact([place.runId]);
  }
  // Of the first run so many frames that none of the second's fits beside them.
  for (const place of places) {
    await append(store, place, line(10, 1));
    for (const table of ["metric_hot_0", "metric_hot_1"]) {
      const copies = `insert into ${table} select h.* from ${table} h, generate_series(1, 20100) where h.run_id = $1`;
      await house.sql(copies, [place.runId]);
    }
  }
  const runIds = places.map(({ runId }) => runId);
  const latest = await store.latest(places[0].projectId, runIds);
  expect(runIds.map((runId) => latest.get(runId)?.map(({ lastStep }) => lastStep))).toEqual([[10], [10]]);
});

it("rewrites no chunk but the one a late point falls in", async () => {
  const [store, run] = [openStore(open()), await makeRun(open())];
  for (let from = 0; from < 80_000; from += 20_000) await append(store, run, line(from, 20_000));
  await store.settle(run.runId);
  const chunks = () =>
    open().sql<{ first_step: number; count: number; checksum: number; xmin: string }>(
      "select first_step, count, checksum, xmin::text from metric_chunk where run_id = $1 order by first_step",
      [run.runId],
    );
  const before = await chunks();
  expect(before).toHaveLength(Math.ceil(80_000 / 4_096));
  await append(store, run, [{ step: 30_000.5, timeMs: 1, value: 7 }]);
  await store.compact([run.runId]);
  const after = await chunks();
  const hit = before.filter(({ first_step: first }) => first <= 30_000.5).at(-1);
  const untouched = before.filter((chunk) => chunk !== hit);
  expect(after.filter(({ xmin }) => before.some((chunk) => chunk.xmin === xmin))).toEqual(untouched);
  const written = after.filter(({ first_step: first }) => !untouched.some((chunk) => chunk.first_step === first));
  expect(written.reduce((sum, { count }) => sum + count, 0)).toBe(4_097);
  expect(written[0]?.first_step).toBe(hit?.first_step);
  expect((await readWhole(store, run)).length).toBe(80_001);
});

it("compacts the other runs when the frames of one are damaged, and says so", async () => {
  const house = open();
  const [store, damaged, sound] = [openStore(house), await makeRun(house), await makeRun(house)];
  await append(store, damaged, line(0, 10));
  await append(store, sound, line(0, 10));
  for (const table of ["metric_hot_0", "metric_hot_1"]) {
    await house.sql(`update ${table} set frame = set_byte(frame, 12, get_byte(frame, 12) # 255) where run_id = $1`, [
      damaged.runId,
    ]);
    // Long enough ago to be ready, the damaged one first.
    await house.sql(`update ${table} set received_at = now() - interval '1 hour' where run_id = $1`, [damaged.runId]);
    await house.sql(`update ${table} set received_at = now() - interval '1 minute' where run_id = $1`, [sound.runId]);
  }
  const ready = store.compactReady({ signal: new AbortController().signal, untilMs: Date.now() + 20_000 });
  await expect(ready).rejects.toThrow("a frame does not fit its checksum");
  expect([await framesOf(sound.runId), await framesOf(damaged.runId)]).toEqual([0, 1]);
  expect(await readWhole(store, sound)).toEqual(line(0, 10));
  for (const table of ["metric_hot_0", "metric_hot_1"]) {
    await house.sql(`delete from ${table} where run_id = $1`, [damaged.runId]);
  }
});

it("does not write a damaged chunk anew, as if it were sound", async () => {
  const [house, store, run] = [open(), openStore(open()), await makeRun(open())];
  await append(store, run, line(0, 100));
  await store.settle(run.runId);
  await house.sql(
    `update metric_chunk set "values" = set_byte("values", 20, get_byte("values", 20) # 1) where run_id = $1`,
    [run.runId],
  );
  const stored = () => house.sql("select checksum, xmin::text from metric_chunk where run_id = $1", [run.runId]);
  const before = await stored();
  await append(store, run, [{ step: 50.5, timeMs: 0, value: 1 }]);
  await expect(store.compact([run.runId])).rejects.toThrow("a chunk does not fit its checksum");
  expect([await stored(), await framesOf(run.runId)]).toEqual([before, 1]);
});

it("compacts what a long absence of the worker has left in several transactions, each of bounded size", async () => {
  const [store, run] = [openStore(open()), await makeRun(open())];
  const [batches, size] = [56, 20_000];
  for (let at = 0; at < batches; at += 1) await append(store, run, line(at * size, size));
  await store.compact([run.runId]);
  expect(await framesOf(run.runId)).toBe(0);
  const [chunks] = await open().sql<{ points: number; transactions: number }>(
    `select sum(count)::int as points, count(distinct xmin::text)::int as transactions
     from metric_chunk where run_id = $1`,
    [run.runId],
  );
  expect(chunks).toEqual({ points: batches * size, transactions: 2 });
});
