import { expect, it } from "vitest";
import { paramNumber } from "./param-number.ts";
import { runDurationMs } from "./run-duration.ts";
import { runNameStart } from "./run-name.ts";
import { HEARTBEAT_TIMEOUT_MS, shownStatus } from "./shown-status.ts";

it("makes a name that begins with an adjective and an animal", () => {
  expect(runNameStart(0, 0)).toBe("amber-badger-");
  expect(runNameStart(0.9999, 0.9999)).toBe("zesty-wren-");
});

it("shows a running run as stale once its heartbeat has been missed, and no other", () => {
  const running = { status: "running", startedAtMs: 0, heartbeatAtMs: 1_000 } as const;
  expect(shownStatus(running, 1_000 + HEARTBEAT_TIMEOUT_MS)).toBe("running");
  expect(shownStatus(running, 1_001 + HEARTBEAT_TIMEOUT_MS)).toBe("stale");
  expect(shownStatus({ ...running, status: "finished" }, 10 * HEARTBEAT_TIMEOUT_MS)).toBe("finished");
});

it("has no duration before the end, and never a negative one", () => {
  expect(runDurationMs("finished", 5, null)).toBeNull();
  expect(runDurationMs("finished", 5, 12)).toBe(7);
  expect(runDurationMs("killed", 5, 3)).toBe(0);
  expect(runDurationMs("running", 5, 12)).toBeNull();
});

it.each([
  ["0.01", 0.01],
  [" -1e-3 ", -0.001],
  ["7", 7],
  ["", null],
  ["0x10", null],
  ["1e999", null],
  ["NaN", null],
  ["3 layers", null],
])("reads the param %j as the number %j", (text, number) => {
  expect(paramNumber(text)).toBe(number);
});
