import { expect, it } from "vitest";
import { formatDuration } from "./format-duration.ts";

it.each([
  [850, "850 ms"],
  [4_200, "4.2 s"],
  [42_900, "42 s"],
  [90_000, "1m 30s"],
  [4_320_000, "1h 12m"],
  [273_600_000, "3d 4h"],
  [-1_500, "−1.5 s"],
])("shows %d ms as %s", (durationMs, text) => {
  expect(formatDuration(durationMs)).toBe(text);
});
