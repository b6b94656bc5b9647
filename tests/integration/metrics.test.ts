import { RunId } from "@assay/contract";
import { rebuildLineage, settleRun } from "@assay/services";
import fc from "fast-check";
import { expect, it } from "vitest";
import { anyPoint } from "../support/any-point.ts";
import { useHouse } from "../support/house.ts";
import { isMeanOf, type Point, summaryOf } from "../support/series-model.ts";
import { waitFor } from "../support/wait-for.ts";

const open = useHouse();
const SOURCE = { type: "script" };
const SCOPE = { workspace: "team", project: "main" } as const;

const number = (value: number): number | string => (Number.isFinite(value) ? value : String(value));

async function send(runId: string, points: readonly Point[], key = "m"): Promise<void> {
  const body = {
    keys: [key],
    steps: points.map((point) => point.step),
    timesMs: points.map((point) => point.timeMs),
    values: points.map((point) => [number(point.value)]),
  };
  const response = await open().fetch(`/api/ingest/team/main/runs/${runId}/metrics`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
}

it("summarises any series as a plain computation in memory does", async () => {
  const assay = open().client();
  await fc.assert(
    fc.asyncProperty(fc.array(anyPoint, { minLength: 1, maxLength: 40 }), async (points) => {
      const run = await assay.createRun({ source: SOURCE });
      // In two requests that overlap, so that some points come twice.
      await send(run.id, points);
      await send(run.id, points.slice(Math.floor(points.length / 2)));
      const { metrics } = await assay.runs.get(run.id);
      const [found] = metrics;
      if (found === undefined) throw new Error("the run has a summary");
      const { key: _key, mean, ...rest } = found;
      expect(rest).toEqual(summaryOf(points));
      expect(isMeanOf(mean, points)).toBe(true);
    }),
    {
      numRuns: 60,
      examples: [
        // Values whose squares, sums or quotients leave float8: PostgreSQL answers those with an error, not with infinity.
        ...[
          [5e-324],
          [5e-324, 5e-324],
          [1e300, 5e-324],
          [1e200, -1e200],
          [Number.MAX_VALUE, Number.MAX_VALUE, Number.MAX_VALUE],
        ].map((values): [Point[]] => [values.map((value, step) => ({ step, timeMs: 0, value }))]),
      ],
    },
  );
});

it("changes nothing when its jobs run again", async () => {
  const house = open();
  const assay = house.client();
  const parent = await assay.createRun({ source: SOURCE });
  const run = await assay.createRun({ source: { commit: "abc" }, parentRunId: parent.id });
  await send(
    run.id,
    [1, 2, Number.NaN].map((value, step) => ({ step, timeMs: step, value })),
  );
  await run.logInput({ name: "data", digest: "1" });
  await run.finish();
  const input = { runId: RunId.parse(run.id) };
  const state = async () => [
    await house.sql("select * from metric_summary where run_id = $1", [run.id]),
    await house.sql("select run_id, point_count, metric_count, last, sum from run_summary where run_id = $1", [run.id]),
    await house.sql("select key_id, count, checksum from metric_chunk where run_id = $1", [run.id]),
    await house.sql(
      "select from_kind, from_id, to_kind, to_id, kind from lineage_edge where run_id = $1 order by 1, 2, 3, 4",
      [run.id],
    ),
  ];
  await settleRun({ ctx: house.context(), input });
  await rebuildLineage({ ctx: house.context(), input });
  const once = await state();
  expect(once.map((rows) => rows.length)).toEqual([1, 1, 1, 3]);
  for (let time = 0; time < 3; time += 1) {
    await Promise.all([settleRun({ ctx: house.context(), input }), rebuildLineage({ ctx: house.context(), input })]);
  }
  expect(await state()).toEqual(once);
});

it("does nothing for a job about a run that is gone", async () => {
  const ctx = open().context();
  const input = { runId: RunId.parse("f".repeat(32)) };
  await settleRun({ ctx, input });
  await rebuildLineage({ ctx, input });
});

it("keeps a spike in view however few points a chart asks for", async () => {
  const assay = open().client();
  const run = await assay.createRun({ source: SOURCE });
  const points = Array.from({ length: 5_000 }, (_, step) => ({ step, timeMs: step, value: Math.sin(step / 100) }));
  const spiked = points.map((point) => ({
    ...point,
    value: { 1234: 99, 3210: -77, 4000: Number.NaN }[point.step] ?? point.value,
  }));
  await send(run.id, spiked);
  for (const maxPoints of [2, 17, 500]) {
    const [series] = await assay.runs.series([run.id], ["m"], maxPoints);
    expect(series).toMatchObject({ isRaw: false, pointCount: 5_000 });
    expect(series?.steps).toHaveLength(maxPoints);
    expect([Math.max(...(series?.max ?? [])), Math.min(...(series?.min ?? []))]).toEqual([99, -77]);
    expect(series?.steps.at(-1)).toBe(4_999);
    for (const [at, value] of (series?.values ?? []).entries()) {
      if (Number.isNaN(value)) continue;
      expect(value).toBeGreaterThanOrEqual(series?.min[at] ?? Number.NaN);
      expect(value).toBeLessThanOrEqual(series?.max[at] ?? Number.NaN);
    }
  }
});

it("reads a window of steps only", async () => {
  const assay = open().client();
  const run = await assay.createRun({ source: SOURCE });
  await send(
    run.id,
    Array.from({ length: 100 }, (_, step) => ({ step, timeMs: 0, value: step })),
  );
  const [series] = await assay.api.metric.series.query({
    ...SCOPE,
    runIds: [run.id],
    keys: ["m"],
    from: 9.5,
    to: 12,
  });
  expect(series?.steps).toEqual([10, 11, 12]);
});

it("reads what a fork of a fork inherits up to each fork step, then its own", async () => {
  const assay = open().client();
  const line = (from: number, to: number, value: number): Point[] =>
    Array.from({ length: to - from + 1 }, (_, at) => ({ step: from + at, timeMs: 0, value }));
  const first = await assay.createRun({ source: SOURCE });
  await send(first.id, line(0, 9, 1));
  const second = await assay.createRun({ source: SOURCE, fork: { runId: first.id, step: 4 } });
  await send(second.id, line(5, 9, 2));
  const third = await assay.createRun({ source: SOURCE, fork: { runId: second.id, step: 6 } });
  await send(third.id, line(7, 8, 3));
  const early = await assay.createRun({ source: SOURCE, fork: { runId: second.id, step: 2 } });
  const read = async (id: typeof first.id) => (await assay.runs.series([id], ["m"]))[0]?.values;
  expect(await read(second.id)).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2, 2]);
  expect(await read(third.id)).toEqual([1, 1, 1, 1, 1, 2, 2, 3, 3]);
  expect(await read(early.id)).toEqual([1, 1, 1]);
  // Points that its ancestor gets later, before the fork step, are inherited too; those after it are not.
  await send(first.id, [
    { step: 3.5, timeMs: 0, value: 9 },
    { step: 8.5, timeMs: 0, value: 9 },
  ]);
  expect(await read(third.id)).toEqual([1, 1, 1, 1, 9, 1, 2, 2, 3, 3]);
  expect((await assay.runs.get(third.id)).fork).toEqual({ from: { id: second.id, name: second.name }, step: 6 });
});

it("counts in a search what was logged a moment before, without waiting for a worker", async () => {
  const assay = open().client();
  const run = await assay.createRun({ source: SOURCE, experiment: "fresh" });
  for (const value of [1, 2, 3]) {
    await send(run.id, [{ step: value, timeMs: 0, value }], "fresh/score");
    const { items } = await assay.runs.search({ filter: `metrics.fresh/score = ${value}` });
    expect(items.map((row) => row.id)).toEqual([run.id]);
  }
});

it("sends one job for a burst of points and none is lost once a worker comes", async () => {
  const house = open();
  const run = await house.client().createRun({ source: SOURCE });
  await Promise.all(Array.from({ length: 20 }, (_, step) => send(run.id, [{ step, timeMs: 0, value: step }])));
  expect(
    await house.sql("select id from pgboss.job where name = 'metrics.compact' and state = 'created'"),
  ).toHaveLength(1);
  await house.startWorker();
  const rows = await waitFor(async () => {
    const found = await house.sql<{ count: string }>("select count from metric_summary where run_id = $1", [run.id]);
    return found.length > 0 ? found : null;
  });
  expect(rows).toEqual([{ count: "20" }]);
});
