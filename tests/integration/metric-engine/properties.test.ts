import fc from "fast-check";
import { expect, it } from "vitest";
import { anyStep } from "../../support/any-point.ts";
import { useHouse } from "../../support/house.ts";
import type { Point } from "../../support/series-model.ts";
import { append, bucketsOf, line, makeRun, openStore, type Place, readWhole, toBuckets } from "./engine.ts";
import { anyCommands } from "./engine-commands.ts";
import { EngineModel } from "./engine-model.ts";

const open = useHouse();
const FORKS = 5;

/** A run, a fork of it, a fork of that and so on. */
async function makeChain(forkSteps: readonly number[]): Promise<Place[]> {
  const runs = [await makeRun(open())];
  for (const step of forkSteps) {
    const parent = runs.at(-1);
    if (parent === undefined) throw new Error("a fork has a parent");
    runs.push(await makeRun(open(), { runId: parent.runId, step }));
  }
  return runs;
}

it("answers whatever is asked as a plain model in memory does, in any order of appends, compactions and reads", async () => {
  const forkSteps = fc.array(fc.oneof(anyStep, fc.integer({ min: -3_000, max: 6_000 })), {
    minLength: FORKS,
    maxLength: FORKS,
  });
  await fc.assert(
    fc.asyncProperty(forkSteps, anyCommands(FORKS + 1), async (steps, commands) => {
      const runs = await makeChain(steps);
      const real = { house: open(), store: openStore(open()), runs };
      await fc.asyncModelRun(() => ({ model: new EngineModel(steps), real }), commands);
    }),
    { numRuns: 10 },
  );
}, 120_000);

const inColumns = (points: readonly Point[]): Buffer[] =>
  (["step", "timeMs", "value"] as const).map((name) =>
    Buffer.from(Float64Array.from(points, (point) => point[name]).buffer),
  );

it("keeps a million points that come late, twice and half compacted, and shows every spike of them", async () => {
  const [store, run] = [openStore(open()), await makeRun(open())];
  const COUNT = 1_000_000;
  const BATCH = 20_000;
  const spikes = new Map([
    [123_456, 99],
    [777_777, -99],
    [500_000, Number.NaN],
  ]);
  const all = line(0, COUNT, (step) => spikes.get(step) ?? Math.sin(step / 1_000));
  // Batches in a scattered order (17 and 50 have no common divisor), every fifth of them twice.
  for (let at = 0; at < COUNT / BATCH; at += 1) {
    const from = ((at * 17) % (COUNT / BATCH)) * BATCH;
    const batch = all.slice(from, from + BATCH);
    await append(store, run, batch);
    if (at % 5 === 0) await append(store, run, batch);
    if (at % 20 === 10) await store.compact([run.runId]);
  }
  const readBuckets = async (maxPoints: number) => {
    const query = { projectId: run.projectId, runIds: [run.runId], keys: ["m"], maxPoints };
    const [series] = await store.readDownsampled(query);
    if (series === undefined) throw new Error("the series is there");
    expect(series.pointCount).toBe(COUNT);
    expect(series.points.steps.length).toBeLessThanOrEqual(maxPoints);
    return series.points;
  };
  for (const isSettled of [false, true]) {
    if (isSettled) await store.settle(run.runId);
    // Compared as columns: a million objects take longer to compare than to store.
    const whole = inColumns(await readWhole(store, run));
    for (const [at, column] of inColumns(all).entries()) expect(whole[at]?.equals(column)).toBe(true);
    for (const maxPoints of [10, 2_000]) {
      const buckets = await readBuckets(maxPoints);
      expect(toBuckets(buckets)).toEqual(bucketsOf(all, buckets.counts));
    }
  }
  const [summary] = (await store.summaries(run.projectId, [run.runId])).get(run.runId) ?? [];
  expect(summary).toMatchObject({ count: COUNT, nans: 1, max: 99, argmax: 123_456, min: -99, argmin: 777_777 });
}, 120_000);
