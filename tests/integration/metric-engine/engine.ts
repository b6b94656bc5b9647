import { ProjectId, type RunId } from "@assay/contract";
import { PgMetricStore } from "@assay/db";
import type { TestHouse } from "../../support/house.ts";
import type { Point } from "../../support/series-model.ts";

export interface Place {
  projectId: ProjectId;
  runId: RunId;
}

/** A store on the database of a house, as another process would open it; it is idle before the house closes. */
export function openStore(house: TestHouse, options: { hotLimitBytes?: number } = {}): PgMetricStore {
  const onError = (error: unknown) => house.log.error({ err: error }, "background error");
  const store = new PgMetricStore(house.server.house.db, { wakeCompactor: async () => {}, onError, ...options });
  house.beforeClose(() => store.idle());
  return store;
}

/** Makes a run; with `fork`, one that inherits. */
export async function makeRun(house: TestHouse, fork?: { runId: RunId; step: number }): Promise<Place> {
  const run = await house.client().createRun({ source: { type: "script" }, ...(fork === undefined ? {} : { fork }) });
  const [row] = await house.sql<{ project_id: string }>("select project_id from run where id = $1", [run.id]);
  return { runId: run.id, projectId: ProjectId.parse(row?.project_id.replaceAll("-", "")) };
}

export const toSeries = (key: string, points: readonly Point[]) => ({
  key,
  steps: points.map(({ step }) => step),
  timesMs: points.map(({ timeMs }) => timeMs),
  values: points.map(({ value }) => value),
});

export const append = (store: PgMetricStore, place: Place, points: readonly Point[], key = "m") =>
  store.append({ ...place, series: [toSeries(key, points)] });

/** A line of points at whole steps. */
export const line = (from: number, count: number, value: (step: number) => number = (step) => step): Point[] =>
  Array.from({ length: count }, (_, at) => ({ step: from + at, timeMs: from + at, value: value(from + at) }));

export async function readWhole(store: PgMetricStore, { projectId, runId }: Place, key = "m"): Promise<Point[]> {
  const [series] = await store.readRange({ projectId, runIds: [runId], keys: [key] });
  return series === undefined ? [] : toPoints(series.points);
}

interface Columns {
  steps: Float64Array;
  timesMs: Float64Array;
  values: Float64Array;
}

export const toPoints = ({ steps, timesMs, values }: Columns): Point[] =>
  Array.from(steps, (step, at) => ({ step, timeMs: timesMs[at] ?? -1, value: values[at] ?? -1 }));

export interface Bucket {
  last: Point;
  count: number;
  nans: number;
  min: number;
  max: number;
}

/** What buckets of these sizes must say about points in order. */
export function bucketsOf(points: readonly Point[], counts: Iterable<number>): Bucket[] {
  let from = 0;
  return Array.from(counts, (count) => {
    const part = points.slice(from, from + count);
    from += count;
    const numbers = part.flatMap(({ value }) => (Number.isNaN(value) ? [] : [value]));
    const furthest = (pick: (a: number, b: number) => number) =>
      numbers.length === 0 ? Number.NaN : numbers.reduce((a, b) => pick(a, b));
    const last = part.at(-1);
    if (last === undefined) throw new Error("a bucket has points");
    return { last, count, nans: count - numbers.length, min: furthest(Math.min), max: furthest(Math.max) };
  });
}

/** Buckets as they were read. */
export function toBuckets(
  read: Columns & { counts: Float64Array; nans: Float64Array; min: Float64Array; max: Float64Array },
): Bucket[] {
  return toPoints(read).map((last, at) => ({
    last,
    count: read.counts[at] ?? -1,
    nans: read.nans[at] ?? -1,
    min: read.min[at] ?? -1,
    max: read.max[at] ?? -1,
  }));
}
