import { type LiveEvent, RunId } from "@assay/contract";
import { expect, it } from "vitest";
import { LiveQueue } from "./live-queue.ts";

const run = (number: number): RunId => RunId.parse(number.toString(16).padStart(32, "0"));

/** Takes what waits now, and leaves. */
async function take(queue: LiveQueue): Promise<LiveEvent[]> {
  const stop = new AbortController();
  const taken: LiveEvent[] = [];
  for await (const event of queue.drain(stop.signal)) {
    taken.push(event);
    if (queue.size === 0) stop.abort();
  }
  return taken;
}

it("keeps the events of a run and kind once for a watcher who does not read", async () => {
  const queue = new LiveQueue();
  for (let count = 0; count < 10_000; count += 1) queue.push({ kind: "metrics", runId: run(count % 3) });
  queue.push({ kind: "run", runId: run(0) });
  expect(queue.size).toBe(4);
  expect((await take(queue)).map((event) => event.kind)).toEqual(["metrics", "metrics", "metrics", "run"]);
});

it("tells a watcher who missed too much that there is a gap, and begins anew", async () => {
  const queue = new LiveQueue();
  for (let count = 0; count < 5_000; count += 1) queue.push({ kind: "metrics", runId: run(count) });
  expect(queue.size).toBe(1);
  expect(await take(queue)).toEqual([{ kind: "gap", runId: null }]);
  queue.push({ kind: "run", runId: run(1) });
  expect(await take(queue)).toEqual([{ kind: "run", runId: run(1) }]);
});

it("wakes a waiting watcher, and lets go of one who leaves", async () => {
  const queue = new LiveQueue();
  const stop = new AbortController();
  const reader = queue.drain(stop.signal);
  const next = reader.next();
  queue.push({ kind: "registry", runId: null });
  expect(await next).toEqual({ done: false, value: { kind: "registry", runId: null } });
  const last = reader.next();
  stop.abort();
  expect(await last).toEqual({ done: true, value: undefined });
});
