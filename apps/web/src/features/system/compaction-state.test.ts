import type { HotStatus } from "@assay/contract";
import { expect, it } from "vitest";
import { compactionState } from "./compaction-state.ts";

const QUIET: HotStatus = { frames: 0, points: 0, runs: 0, sizeBytes: 10, limitBytes: 100, lagMs: 0 };

it.each([
  ["keeping up", QUIET],
  ["keeping up", { ...QUIET, lagMs: 5_000 }],
  ["behind", { ...QUIET, lagMs: 61_000 }],
  ["nearly full", { ...QUIET, sizeBytes: 81, lagMs: 61_000 }],
  ["refusing points", { ...QUIET, sizeBytes: 101 }],
])("says %s", (word, hot) => {
  expect(compactionState(hot)).toBe(word);
});
