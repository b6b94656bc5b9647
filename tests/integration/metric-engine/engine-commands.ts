import type { MetricAggregate, RunId } from "@assay/contract";
import type { PgMetricStore } from "@assay/db";
import fc from "fast-check";
import { expect } from "vitest";
import { anyPoint, anyStep } from "../../support/any-point.ts";
import type { TestHouse } from "../../support/house.ts";
import { isMeanOf, type Point, summaryOf } from "../../support/series-model.ts";
import { bucketsOf, openStore, type Place, toBuckets, toPoints, toSeries } from "./engine.ts";
import type { EngineModel, Range } from "./engine-model.ts";

/** The store under test and the runs of the model in it. */
export interface Engine {
  house: TestHouse;
  store: PgMetricStore;
  runs: readonly Place[];
}

export const KEYS = ["a", "b", "c"];
type Command = fc.AsyncCommand<EngineModel, Engine>;

/** A command that can always run. */
const command = (name: string, run: (model: EngineModel, engine: Engine) => Promise<void>): Command => ({
  check: () => true,
  run,
  toString: () => name,
});

const placeOf = ({ runs }: Engine, run: number): Place => {
  const place = runs[run];
  if (place === undefined) throw new Error("the model has more runs than the store");
  return place;
};

/** Sends a batch; often enough twice, as after an answer that was lost. */
function append(run: number, batch: readonly (readonly [string, readonly Point[]])[], isSentTwice: boolean): Command {
  const what = batch.map(([key, points]) => `${key}: ${points.length}`).join(", ");
  const name = `append(${run}, ${what}, ${isSentTwice})`;
  return command(name, async (model, engine) => {
    for (const [key, points] of batch) model.append(run, key, points);
    const series = batch.map(([key, points]) => toSeries(key, points));
    expect(await engine.store.append({ ...placeOf(engine, run), series })).toBe("accepted");
    if (isSentTwice) await engine.store.append({ ...placeOf(engine, run), series });
  });
}

const compact = (run: number): Command =>
  command(`compact(${run})`, (_, engine) => engine.store.compact([placeOf(engine, run).runId]));

const settle = (run: number): Command =>
  command(`settle(${run})`, (_, engine) => engine.store.settle(placeOf(engine, run).runId));

/** Writers turn to the other hot table; with everything drained, the one they left is given back. */
const rotate = (isDrained: boolean): Command =>
  command(`rotate(${isDrained})`, async (_, engine) => {
    if (isDrained) {
      await engine.store.compact(engine.runs.map(({ runId }) => runId));
      const aMinuteAhead = Date.now() + 60_000;
      const isDone = engine.store.compactReady({ signal: new AbortController().signal, untilMs: aMinuteAhead });
      expect(await isDone).toBe(true);
    }
    await engine.house.sql("update metric_hot_slot set slot = 1 - slot");
    engine.store = openStore(engine.house);
  });

const asQuery = (
  { fromStep, toStep, fromTimeMs = Number.NEGATIVE_INFINITY, toTimeMs = Number.POSITIVE_INFINITY }: Range,
  runIds: readonly RunId[],
) => ({ fromStep, toStep, times: new Map(runIds.map((runId) => [runId, { fromMs: fromTimeMs, toMs: toTimeMs }])) });

const readWhole = (runs: readonly number[], range: Range): Command =>
  command(`readWhole(${runs}, ${JSON.stringify(range)})`, async (model, engine) => {
    const places = runs.map((run) => placeOf(engine, run));
    const query = { projectId: placeOf(engine, 0).projectId, runIds: places.map(({ runId }) => runId), keys: KEYS };
    const found = await engine.store.readRange({ ...query, ...asQuery(range, query.runIds) });
    const expected = runs.flatMap((run) =>
      KEYS.map((key) => ({ run, key, points: model.read(run, key, range) })).filter(({ points }) => points.length > 0),
    );
    expect(found).toHaveLength(expected.length);
    for (const { run, key, points } of expected) {
      const series = found.find((one) => one.runId === placeOf(engine, run).runId && one.key === key);
      expect([series?.pointCount, series && toPoints(series.points)]).toEqual([points.length, points]);
    }
  });

const readDownsampled = (run: number, maxPoints: number, range: Range): Command =>
  command(`readDownsampled(${run}, ${maxPoints}, ${JSON.stringify(range)})`, async (model, engine) => {
    const { projectId, runId } = placeOf(engine, run);
    const query = { projectId, runIds: [runId], keys: KEYS, maxPoints, ...asQuery(range, [runId]) };
    const found = await engine.store.readDownsampled(query);
    const expected = KEYS.filter((key) => model.read(run, key, range).length > 0);
    expect(found.map(({ key }) => key).sort()).toEqual(expected);
    for (const { key, points, pointCount } of found) {
      const all = model.read(run, key, range);
      expect(pointCount).toBe(all.length);
      expect(points.steps.length).toBeLessThanOrEqual(maxPoints);
      expect(points.counts.reduce((sum, count) => sum + count, 0)).toBe(all.length);
      expect(toBuckets(points)).toEqual(bucketsOf(all, points.counts));
    }
  });

const readSummaries = (run: number): Command =>
  command(`summaries(${run})`, async (model, engine) => {
    const { projectId, runId } = placeOf(engine, run);
    const found = (await engine.store.summaries(projectId, [runId])).get(runId) ?? [];
    const expected = KEYS.filter((key) => model.own(run, key).length > 0);
    expect(found.map(({ key }) => key)).toEqual(expected);
    for (const { key, mean, ...summary } of found) {
      expect(summary).toEqual(summaryOf(model.own(run, key)));
      expect(isMeanOf(mean, model.own(run, key))).toBe(true);
    }
  });

const readAggregates = (aggregate: Exclude<MetricAggregate, "mean">): Command =>
  command(`aggregates(${aggregate})`, async (model, engine) => {
    const runIds = engine.runs.map(({ runId }) => runId);
    const found = await engine.store.aggregates(placeOf(engine, 0).projectId, runIds, KEYS, aggregate);
    engine.runs.forEach(({ runId }, run) => {
      const own = KEYS.map((key) => model.own(run, key));
      const expected = own.map((points) =>
        points.length > 0 ? (summaryOf(points)[aggregate] ?? Number.NaN) : undefined,
      );
      expect(found.get(runId) ?? KEYS.map(() => undefined)).toEqual(expected);
    });
  });

const points = fc.array(anyPoint, { minLength: 1, maxLength: 30 });
/** A long stretch, so that series are cut into several chunks with pyramids. */
const stretch = fc
  .record({
    from: fc.integer({ min: -6_000, max: 6_000 }),
    count: fc.integer({ min: 500, max: 6_000 }),
    distance: fc.constantFrom(0, 0.5, 1, 7),
  })
  .map(({ from, count, distance }) =>
    Array.from({ length: count }, (_, at): Point => {
      const value = at % 97 === 0 ? Number.NaN : Math.sin(at / 50) + (at % 503 === 0 ? 40 : 0);
      return { step: from + at * distance, timeMs: at >> 2, value };
    }),
  );
const batch = fc.uniqueArray(fc.tuple(fc.constantFrom(...KEYS), fc.oneof({ weight: 3, arbitrary: points }, stretch)), {
  selector: ([key]) => key,
  minLength: 1,
  maxLength: 3,
});
const optional = (value: fc.Arbitrary<number>) => fc.option(value, { nil: undefined });
const range: fc.Arbitrary<Range> = fc.oneof(
  fc.constant({}),
  fc.record({ fromStep: optional(anyStep), toStep: optional(anyStep) }),
  fc.record({
    fromStep: optional(fc.integer({ min: -6_000, max: 9_000 })),
    toTimeMs: optional(fc.integer({ min: 0, max: 1_500 })),
    fromTimeMs: optional(fc.integer({ min: 0, max: 500 })),
  }),
);

/** Everything a process may do to the engine, on a chain of so many runs. */
export function anyCommands(runs: number): fc.Arbitrary<Iterable<Command>> {
  const run = fc.nat(runs - 1);
  const someRuns = fc.uniqueArray(run, { minLength: 1, maxLength: runs });
  const maxPoints = fc.constantFrom(2, 3, 10, 64, 100, 1_000);
  const aggregate = fc.constantFrom("last", "first", "min", "max", "count", "argmin", "argmax", "nans");
  const appends = fc.tuple(run, batch, fc.boolean()).map(([at, series, isTwice]) => append(at, series, isTwice));
  return fc.commands(
    [
      appends,
      appends,
      appends,
      run.map(compact),
      run.map(settle),
      fc.boolean().map(rotate),
      fc.tuple(someRuns, range).map(([some, within]) => readWhole(some, within)),
      fc.tuple(run, maxPoints, range).map(([at, most, within]) => readDownsampled(at, most, within)),
      run.map(readSummaries),
      aggregate.map(readAggregates),
    ],
    { maxCommands: 30, size: "max" },
  );
}
