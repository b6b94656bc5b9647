import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHUNK_POINTS, type ChunkBounds, cutChunks, planRewrites } from "./chunk-plan.ts";
import { concatColumns, type PointColumns } from "./point-columns.ts";
import { comparePlaces, mergePoints, orderPoints, type Place, placeAt } from "./point-order.ts";

interface HeldChunk extends ChunkBounds {
  points: PointColumns;
}

const ends = (points: PointColumns): { first: Place; last: Place } => ({
  first: placeAt(points, 0),
  last: placeAt(points, points.steps.length - 1),
});

const hold = (points: PointColumns): HeldChunk => ({ ...ends(points), count: points.steps.length, points });

/** Compacts as the store does, on chunks in memory; answers the chunks after it and those that were written anew. */
function compact(chunks: readonly HeldChunk[], incoming: PointColumns, isFinal: boolean) {
  const last = chunks.at(-1);
  const rewrites = planRewrites(chunks, incoming, isFinal);
  const replaced = new Set(rewrites.flatMap((rewrite) => rewrite.replaced));
  const written = rewrites.flatMap(({ replaced: old, incoming: fresh }, at) => {
    const isEnd = at === rewrites.length - 1 && (last === undefined || old.includes(last) || old.length === 0);
    const { all } = mergePoints(concatColumns(old.map(({ points }) => points)), fresh);
    return cutChunks(all, isEnd).map(hold);
  });
  const kept = chunks.filter((chunk) => !replaced.has(chunk));
  const after = [...kept, ...written].sort((a, b) => comparePlaces(a.first, b.first));
  return { after, replaced, rewrites };
}

const toColumns = (points: readonly (readonly [number, number, number])[]): PointColumns =>
  orderPoints({
    steps: Float64Array.from(points, ([step]) => step),
    timesMs: Float64Array.from(points, ([, timeMs]) => timeMs),
    values: Float64Array.from(points, ([, , value]) => value),
  });

/** A stretch of steps at some distance, some of them many times: batches of a run, in order or late. */
const anyBatch = fc
  .record({
    from: fc.integer({ min: 0, max: 12_000 }),
    count: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1_000, max: 6_000 })),
    distance: fc.constantFrom(0, 0.5, 1, 3),
    timeMs: fc.integer({ min: 0, max: 1 }),
  })
  .map(({ from, count, distance, timeMs }) =>
    toColumns(Array.from({ length: count }, (_, at) => [from + at * distance, timeMs, at % 5] as const)),
  );

const anySchedule = fc.array(fc.tuple(anyBatch, fc.boolean()), { minLength: 1, maxLength: 12 });

function expectSound(chunks: readonly HeldChunk[]): void {
  chunks.forEach((chunk, at) => {
    const next = chunks[at + 1];
    // Neither overlap nor one place in two chunks.
    if (next !== undefined) expect(comparePlaces(chunk.last, next.first)).toBeLessThan(0);
    const { first } = ends(chunk.points);
    const size = chunk.count;
    // Only points that share the last place make a chunk larger.
    if (size > CHUNK_POINTS) expect(placeAt(chunk.points, CHUNK_POINTS - 1)).toEqual(chunk.last);
    expect(chunk.first).toEqual(first);
  });
}

describe("chunks", () => {
  it("hold every point once, in order and apart, whatever the schedule of batches", () => {
    fc.assert(
      fc.property(anySchedule, (schedule) => {
        let chunks: HeldChunk[] = [];
        let model = toColumns([]);
        for (const [batch, isFinal] of schedule) {
          chunks = compact(chunks, batch, isFinal).after;
          model = orderPoints(concatColumns([model, batch]));
          expectSound(chunks);
          expect(concatColumns(chunks.map(({ points }) => points))).toEqual(model);
        }
      }),
      { numRuns: 80 },
    );
  });

  it("outside the range of new points stay as they are", () => {
    fc.assert(
      fc.property(anySchedule, anyBatch, (schedule, late) => {
        const chunks = schedule.reduce<HeldChunk[]>((held, [batch]) => compact(held, batch, false).after, []);
        const { replaced } = compact(chunks, late, false);
        const range = ends(late);
        const tail = new Set(chunks.slice(-13));
        for (const chunk of replaced) {
          if (tail.has(chunk)) continue;
          const next = chunks[chunks.indexOf(chunk) + 1];
          // It, or the gap behind it, takes points.
          expect(comparePlaces(chunk.first, range.last) <= 0 || chunk === chunks[0]).toBe(true);
          expect(next === undefined || comparePlaces(next.first, range.first) > 0).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("of a long series are rewritten one at a time by late points, and split in even parts", () => {
    const series = toColumns(Array.from({ length: 5 * CHUNK_POINTS }, (_, at) => [at, 0, 0] as const));
    const chunks = cutChunks(series, true).map(hold);
    expect(chunks).toHaveLength(5);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 * CHUNK_POINTS - 2 }), (step) => {
        const { after, replaced } = compact(chunks, toColumns([[step, 0, 1]]), false);
        expect([...replaced]).toEqual([chunks[Math.floor(step / CHUNK_POINTS)]]);
        expect(after).toHaveLength(6);
        expect(chunks.filter((chunk) => after.includes(chunk))).toHaveLength(4);
      }),
    );
  });

  it("are left alone by a point in the gap behind a full one, which gets a chunk of its own", () => {
    const chunks = [0, 10_000].map((from) =>
      hold(toColumns(Array.from({ length: CHUNK_POINTS }, (_, at) => [from + at, 0, 0] as const))),
    );
    const { after, replaced } = compact(chunks, toColumns([[5_000, 0, 0]]), false);
    expect(replaced.size).toBe(0);
    expect(after.map(({ count }) => count)).toEqual([CHUNK_POINTS, 1, CHUNK_POINTS]);
  });

  it("cost each point of a live series a few rewrites only, and are joined for good at its end", () => {
    let chunks: HeldChunk[] = [];
    let rewritten = 0;
    const batches = 400;
    for (let at = 0; at < batches; at += 1) {
      const batch = toColumns(Array.from({ length: 20 }, (_, i) => [at * 20 + i, 0, 0] as const));
      const { after, replaced } = compact(chunks, batch, false);
      rewritten += [...replaced].reduce((sum, { count }) => sum + count, 0);
      chunks = after;
    }
    expect(rewritten / (batches * 20)).toBeLessThan(8);
    expect(chunks.length).toBeLessThan(13);
    const { after } = compact(chunks, toColumns([]), true);
    expect(after.map(({ count }) => count)).toEqual([CHUNK_POINTS, batches * 20 - CHUNK_POINTS]);
    expect(compact(after, toColumns([]), true).replaced.size).toBe(0);
  });

  it("never split what shares a step and time, however many there are", () => {
    const points = toColumns(Array.from({ length: 3 * CHUNK_POINTS }, (_, at) => [Math.min(at, 10), 0, at] as const));
    for (const isEnd of [true, false]) {
      const chunks = cutChunks(points, isEnd).map(hold);
      expectSound(chunks);
      expect(chunks.reduce((sum, { count }) => sum + count, 0)).toBe(points.steps.length);
    }
  });
});
