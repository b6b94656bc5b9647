import { expect, it } from "vitest";
import { JOB_NAMES, JOBS } from "./catalogue.ts";

it("has a worker with nothing to do ask for jobs no more than twenty times a second", () => {
  const looks = JOB_NAMES.map((name) => JOBS[name].batches / JOBS[name].pollSeconds);
  expect(Math.min(...looks)).toBeGreaterThan(0);
  expect(looks.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(20);
});
