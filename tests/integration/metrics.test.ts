import { type MetricSummary, RunId } from "@assay/contract";
import { rebuildLineage, settleRun } from "@assay/services";
import fc from "fast-check";
import { expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { waitFor } from "../support/wait-for.ts";

const open = useHouse();
const SOURCE = { type: "script" };
const SCOPE = { workspace: "team", project: "main" } as const;

interface Point {
  step: number;
  timeMs: number;
  value: number;
}

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

/** PostgreSQL's order of float8: NaN is above everything and -0 is 0. */
const compare = (a: number, b: number): number => {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a < b ? -1 : Number(a > b);
};

/** What the points of one key come to, computed plainly in memory. */
function model(points: readonly Point[]): Omit<MetricSummary, "key" | "mean"> & { real: number[] } {
  const identity = ({ step, timeMs, value }: Point) => `${step + 0}/${timeMs}/${value + 0}`;
  const unique = [...new Map(points.map((point) => [identity(point), { ...point, value: point.value + 0 }])).values()];
  const ordered = unique.toSorted((a, b) => a.step - b.step || a.timeMs - b.timeMs || compare(a.value, b.value));
  const numbers = ordered.filter((point) => !Number.isNaN(point.value));
  const least = numbers.toSorted((a, b) => compare(a.value, b.value) || a.step - b.step)[0];
  const greatest = numbers.toSorted((a, b) => compare(b.value, a.value) || a.step - b.step)[0];
  const first = ordered[0] ?? { step: 0, timeMs: 0, value: 0 };
  const last = ordered.at(-1) ?? first;
  return {
    last: last.value,
    lastStep: last.step + 0,
    lastTimeMs: last.timeMs,
    first: first.value,
    firstStep: first.step + 0,
    min: least?.value ?? Number.NaN,
    max: greatest?.value ?? Number.NaN,
    count: ordered.length,
    argmin: least === undefined ? null : least.step + 0,
    argmax: greatest === undefined ? null : greatest.step + 0,
    nans: ordered.length - numbers.length,
    real: numbers.map((point) => point.value),
  };
}

function expectMean(mean: number, values: readonly number[]): void {
  const hasBoth = values.includes(Number.POSITIVE_INFINITY) && values.includes(Number.NEGATIVE_INFINITY);
  const infinite = values.find((value) => !Number.isFinite(value));
  if (values.length === 0 || hasBoth) expect(mean).toBeNaN();
  else if (infinite !== undefined) expect(mean).toBe(infinite);
  else {
    // In units of 2^64 a sum of the largest values stays finite. A mean nearer to 0 than 1e-290 is 0.
    const unit = 2 ** 64;
    const exact = values.reduce((sum, value) => sum + value / unit, 0) / values.length;
    const scale = Math.max(...values.map(Math.abs), 1e-280) / unit;
    expect(Math.abs(mean / unit - exact) / scale).toBeLessThan(1e-9);
  }
}

const anyPoint: fc.Arbitrary<Point> = fc.record({
  step: fc.oneof(
    fc.integer({ min: -5, max: 5 }),
    fc.constantFrom(-0, 0.5, -0.25, 1e-9, 2 ** 53, -(2 ** 53)),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
  ),
  timeMs: fc.integer({ min: 0, max: 3 }),
  value: fc.oneof(
    fc.constantFrom(0, -0, 1, -1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
    fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, 1e300, -1e300),
    fc.double(),
  ),
});

it("summarises any series as a plain computation in memory does", async () => {
  const assay = open().client();
  await fc.assert(
    fc.asyncProperty(fc.array(anyPoint, { minLength: 1, maxLength: 40 }), async (points) => {
      const run = await assay.createRun({ source: SOURCE });
      // In two requests that overlap, so that some points come twice.
      await send(run.id, points);
      await send(run.id, points.slice(Math.floor(points.length / 2)));
      const { metrics } = await assay.runs.get(run.id);
      const { real, ...expected } = model(points);
      const [found] = metrics;
      if (found === undefined) throw new Error("the run has a summary");
      const { key: _key, mean, ...rest } = found;
      expect(rest).toEqual(expected);
      expectMean(mean, real);
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
