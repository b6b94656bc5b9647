import { expect, it } from "vitest";
import { formatDelta } from "./format-delta.ts";

it("carries its sign", () => {
  expect([0.0029, -0.011, 0].map(formatDelta)).toEqual(["+0.0029", "−0.011", "±0"]);
});
