import { expect, it } from "vitest";
import { emptyReason } from "./empty-reason.ts";
import { testingLine } from "./testing-line.ts";

const STEP = { xAxis: { kind: "step" }, isLogY: false } as const;

it("says why there is no line", () => {
  expect(emptyReason([], STEP)).toBe("No points of these runs");
  expect(emptyReason([], { ...STEP, xAxis: { kind: "metric", key: "tokens" } })).toContain("tokens");
  expect(emptyReason([testingLine([Number.NaN, Number.POSITIVE_INFINITY])], STEP)).toContain("Only NaN");
  expect(emptyReason([testingLine([-1, 0])], { ...STEP, isLogY: true })).toContain("log axis");
});

it("is silent when anything is drawn", () => {
  expect(emptyReason([testingLine([Number.NaN]), testingLine([-1])], STEP)).toBeNull();
  expect(emptyReason([testingLine([-1, 2])], { ...STEP, isLogY: true })).toBeNull();
});
