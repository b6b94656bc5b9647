import { RunId } from "@assay/contract";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createLiveBus } from "./live-bus.ts";

const RUN = RunId.parse("a".repeat(32));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("gathers a burst into one call and takes equal events once", () => {
  const bus = createLiveBus();
  const bursts: number[] = [];
  bus.subscribe((events) => bursts.push(events.length));
  for (let count = 0; count < 50; count += 1) bus.push({ kind: "metrics", runId: RUN });
  bus.push({ kind: "run", runId: RUN });
  vi.advanceTimersByTime(400);
  expect(bursts).toEqual([2]);
});

it("tells those who watch at once, and of a repeated event not again", () => {
  const bus = createLiveBus();
  const watcher = vi.fn();
  const leave = bus.watch(watcher);
  bus.push({ kind: "metrics", runId: RUN });
  bus.repeat({ kind: "metrics", runId: RUN });
  expect(watcher).toHaveBeenCalledOnce();
  leave();
  bus.push({ kind: "metrics", runId: RUN });
  expect(watcher).toHaveBeenCalledOnce();
});

it("works again after it was stopped", () => {
  const bus = createLiveBus();
  const listener = vi.fn();
  bus.subscribe(listener);
  bus.push({ kind: "run", runId: RUN });
  bus.stop();
  bus.push({ kind: "run", runId: RUN });
  vi.advanceTimersByTime(400);
  expect(listener).toHaveBeenCalledOnce();
});
