import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { batchByKey } from "./batch-by-key.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function batching(mostKeys = 10) {
  const sent: { runs: string; keys: string[]; signal: AbortSignal }[] = [];
  const load = batchByKey<{ runs: string }, { key: string }>({
    send: async ({ runs }, keys, signal) => {
      sent.push({ runs, keys, signal });
      if (keys.includes("bad")) throw new Error("refused");
      return keys.filter((key) => key !== "none").map((key) => ({ key }));
    },
    keyOf: ({ key }) => key,
    mostKeys: () => mostKeys,
  });
  return { sent, load };
}

it("asks once for all keys of a tick that are alike in the rest, and hands each its own", async () => {
  const { sent, load } = batching();
  const answers = Promise.all(
    ["a", "b", "a", "none"].map((key) => load({ runs: "1" }, key)).concat(load({ runs: "2" }, "a")),
  );
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.map(({ runs, keys }) => [runs, keys])).toEqual([
    ["1", ["a", "b", "none"]],
    ["2", ["a"]],
  ]);
  expect(await answers).toEqual([[{ key: "a" }], [{ key: "b" }], [{ key: "a" }], [], [{ key: "a" }]]);
});

it("splits what does not fit in one request, and fails only the part that was refused", async () => {
  const { sent, load } = batching(2);
  const answers = Promise.allSettled(["a", "b", "bad"].map((key) => load({ runs: "1" }, key)));
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.map(({ keys }) => keys)).toEqual([["a", "b"], ["bad"]]);
  expect((await answers).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
});

it("gives a request up only when all who waited have left", async () => {
  const { sent, load } = batching();
  const [first, second] = [new AbortController(), new AbortController()];
  const answers = Promise.all([load({ runs: "1" }, "a", first.signal), load({ runs: "1" }, "b", second.signal)]);
  first.abort();
  vi.advanceTimersByTime(0);
  expect(sent[0]?.signal.aborted).toBe(false);
  second.abort();
  expect(sent[0]?.signal.aborted).toBe(true);
  await answers;
});
