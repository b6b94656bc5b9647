import { expect, it } from "vitest";
import { usageText } from "./usage-text.ts";

const nothing = { points: 0, metricBytes: 0, logBytes: 0, files: 0, fileBytes: 0 };

it("says how many points there are, and of files and lines only what there is", () => {
  expect(usageText({ ...nothing, points: 1, metricBytes: 8 })).toBe("1 point (8 B)");
  expect(
    usageText({ ...nothing, points: 1_200, metricBytes: 9_100, files: 2, fileBytes: 1_200_000, logBytes: 10 }),
  ).toBe("1,200 points (9.1 kB), 2 files (1.2 MB), 10 B of console output");
});
