import { readFile } from "node:fs/promises";
import path from "node:path";
import type { ProjectId } from "@assay/contract";
import { enterProject } from "@assay/services";
import fc from "fast-check";
import type pg from "pg";
import { beforeAll, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { root } from "../support/repository.ts";

const open = useHouse();
let client: pg.Client;
let projectId: ProjectId;

beforeAll(async () => {
  client = await open().connect();
  await client.query(await readFile(path.join(root, "docs", "metric-reader.sql"), "utf8"));
  const ctx = await enterProject({ ctx: open().context(), input: { workspace: "team", project: "main" } });
  projectId = ctx.project.id;
});

/** One kind of value for each way of storing them. */
const values = fc.oneof(
  fc.constant(0.1),
  fc.constant(Number.NaN),
  fc.integer({ min: -1_000, max: 1_000 }).map((n) => n / 100),
  fc.integer({ min: -(2 ** 30), max: 2 ** 30 }),
  fc.float(),
  fc.double(),
);
const steps = fc.oneof(
  fc.integer({ min: -(2 ** 50), max: 2 ** 50 }),
  fc.integer({ min: 0, max: 5_000 }),
  fc.double({ min: -(2 ** 53), max: 2 ** 53, noNaN: true }),
);
const point = fc.record({ step: steps, timeMs: fc.integer({ min: 0, max: 4_102_444_800_000 }), value: values });
const regular = fc.record({
  first: fc.integer({ min: -100, max: 100 }),
  distance: fc.integer({ min: 1, max: 9 }),
  value: values,
});
const series = fc.oneof(
  fc.array(point, { minLength: 1, maxLength: 60 }),
  fc
    .tuple(regular, fc.array(values, { minLength: 1, maxLength: 90 }))
    .map(([{ first, distance }, all]) =>
      all.map((value, at) => ({ step: first + at * distance, timeMs: 1_000 + at, value })),
    ),
);

it("reads in plain SQL the very points that the store reads", async () => {
  const { metrics } = open().context();
  await fc.assert(
    fc.asyncProperty(series, async (points) => {
      const run = await open().client().createRun({ source: {} });
      const batch = {
        key: "m",
        steps: points.map(({ step }) => step),
        timesMs: points.map(({ timeMs }) => timeMs),
        values: points.map(({ value }) => value),
      };
      await metrics.append({ projectId, runId: run.id, series: [batch] });
      await metrics.settle(run.id);
      const [stored] = await metrics.readRange({ projectId, runIds: [run.id], keys: ["m"] });
      const { rows } = await client.query("select * from pg_temp.assay_points($1, 'm')", [run.id]);
      expect(Float64Array.from(rows, (row) => row.step)).toEqual(stored?.points.steps);
      expect(Float64Array.from(rows, (row) => Number(row.time_ms))).toEqual(stored?.points.timesMs);
      expect(Float64Array.from(rows, (row) => row.value)).toEqual(stored?.points.values);
    }),
    { numRuns: 60 },
  );
});

it("reads a series of several chunks in order", async () => {
  const { metrics } = open().context();
  const run = await open().client().createRun({ source: {} });
  const all = Array.from({ length: 10_000 }, (_, at) => at);
  const batch = { key: "long", steps: all, timesMs: all, values: all.map(Math.sin) };
  await metrics.append({ projectId, runId: run.id, series: [batch] });
  await metrics.settle(run.id);
  const { rows } = await client.query("select * from pg_temp.assay_points($1, 'long')", [run.id]);
  expect(rows.map(({ value }) => value)).toEqual(batch.values);
});
