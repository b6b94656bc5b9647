import { expect, it } from "vitest";
import { stepRange } from "./step-range.ts";
import { testingLine } from "./testing-line.ts";

it("takes a range of steps as it is", () => {
  expect(stepRange([testingLine([1])], { from: 0.5, to: 3 }, "step")).toEqual({ from: 0.5, to: 3 });
});

it("finds the steps within a span of time", () => {
  expect(stepRange([testingLine([1, 2, 3, 4])], { from: 1, to: 2.5 }, "relative")).toEqual({ from: 1, to: 2 });
  expect(stepRange([testingLine([1])], { from: 50, to: 60 }, "relative")).toBeNull();
});
