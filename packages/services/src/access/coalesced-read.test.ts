import { expect, it } from "vitest";
import { CoalescedRead } from "./coalesced-read.ts";

/** Reads a number that a test raises, and ends each read when the test says so. */
function controlled() {
  let value = 0;
  const pending: (() => void)[] = [];
  const reads = new CoalescedRead(() => {
    const seen = value;
    return new Promise<number>((resolve) => pending.push(() => resolve(seen)));
  });
  const end = async (): Promise<void> => {
    pending.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { reads, end, change: () => ++value, started: () => pending.length };
}

it("never answers with what was read before the call", async () => {
  const { reads, end, change } = controlled();
  const first = reads.read();
  change();
  const second = reads.read();
  await end();
  await end();
  expect([await first, await second]).toEqual([0, 1]);
});

it("serves all callers that wait with one read", async () => {
  const { reads, end, started } = controlled();
  const calls = Array.from({ length: 100 }, () => reads.read());
  expect(started()).toBe(1);
  await end();
  expect(started()).toBe(1);
  await end();
  expect(started()).toBe(0);
  expect(await Promise.all(calls)).toEqual(Array.from({ length: 100 }, () => 0));
});

it("reads again after a read that failed, and fails only those who waited for it", async () => {
  let isDown = true;
  const reads = new CoalescedRead(async () => {
    if (isDown) throw new Error("away");
    return 1;
  });
  const [first, second] = [reads.read(), reads.read()];
  await expect(first).rejects.toThrow("away");
  isDown = false;
  expect(await second.catch(() => "failed too")).toBeDefined();
  expect(await reads.read()).toBe(1);
});
