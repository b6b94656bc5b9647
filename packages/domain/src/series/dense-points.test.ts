import fc from "fast-check";
import { expect, it } from "vitest";
import { densePoints } from "./dense-points.ts";

const matrices = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 })).chain(([keys, steps]) =>
  fc.record({
    keys: fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: keys, maxLength: keys }),
    steps: fc.array(fc.integer(), { minLength: steps, maxLength: steps }),
    timesMs: fc.array(fc.nat(), { minLength: steps, maxLength: steps }),
    values: fc.array(fc.array(fc.option(fc.double()), { minLength: keys, maxLength: keys }), {
      minLength: steps,
      maxLength: steps,
    }),
  }),
);

it("keeps every cell that has a value, under its key once", () => {
  fc.assert(
    fc.property(matrices, ({ keys, steps, timesMs, values }) => {
      const series = densePoints({ keys, steps, timesMs, values });
      expect(new Set(series.map(({ key }) => key)).size).toBe(series.length);
      const found = series.flatMap((one) =>
        Array.from(one.values, (v, at) => [one.key, one.steps[at], one.timesMs[at], v]),
      );
      const cells = values.flatMap((row, at) => row.map((v, column) => [keys[column], steps[at], timesMs[at], v]));
      const present = cells.filter(([, , , value]) => value !== null);
      expect(found.map(String).sort()).toEqual(present.map(String).sort());
    }),
  );
});

it("shares steps and times between keys without gaps", () => {
  const [a, b, c] = densePoints({
    keys: ["a", "b", "c"],
    steps: [1, 2],
    timesMs: [3, 4],
    values: [
      [1, 2, 3],
      [1, 2, null],
    ],
  });
  expect(a?.steps).toBe(b?.steps);
  expect(a?.timesMs).toBe(b?.timesMs);
  expect(c).toMatchObject({ steps: [1], timesMs: [3] });
});
