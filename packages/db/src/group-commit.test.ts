import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import { GroupCommit, type Outcome } from "./group-commit.ts";

const accepted = (items: number[]): Outcome<number>[] => items.map((item) => ({ result: item }));

/** A flush that the test lets end, and what it was given. */
function heldFlush() {
  const batches: number[][] = [];
  const releases: (() => void)[] = [];
  const flush = (items: number[]): Promise<Outcome<number>[]> => {
    batches.push(items);
    return new Promise((resolve) => releases.push(() => resolve(accepted(items))));
  };
  const release = async (): Promise<void> => {
    while (releases.length === 0) await turn();
    releases.shift()?.();
  };
  return { batches, flush, release };
}

it("commits together what arrives in one turn", async () => {
  const { batches, flush, release } = heldFlush();
  const group = new GroupCommit(flush);
  const all = [group.add(1), group.add(2), Promise.resolve().then(() => group.add(3))];
  await release();
  await Promise.all(all);
  expect(batches).toEqual([[1, 2, 3]]);
});

it("commits together what arrives while a flush is under way", async () => {
  const { batches, flush, release } = heldFlush();
  const group = new GroupCommit(flush);
  const first = group.add(1);
  await turn();
  const second = group.add(2);
  await turn();
  const third = group.add(3);
  await release();
  await first;
  await release();
  await Promise.all([second, third]);
  expect(batches).toEqual([[1], [2, 3]]);
});

it("commits what those just answered send next together with what waited", async () => {
  const { batches, flush, release } = heldFlush();
  const group = new GroupCommit(flush);
  const first = group.add(1).then(() => group.add(3));
  await turn();
  const second = group.add(2);
  await release();
  await release();
  await Promise.all([first, second]);
  expect(batches).toEqual([[1], [2, 3]]);
});

it("answers an item only after its own flush", async () => {
  const { flush, release } = heldFlush();
  const group = new GroupCommit(flush);
  let isAnswered = false;
  const first = group.add(1);
  await turn();
  const second = group.add(2).then(() => {
    isAnswered = true;
  });
  await release();
  await first;
  await turn();
  expect(isAnswered).toBe(false);
  await release();
  await second;
});

it("fails only the item at fault when a shared flush fails", async () => {
  const group = new GroupCommit(async (items: number[]) => {
    if (items.includes(13)) throw new Error("unlucky");
    return accepted(items);
  });
  const results = await Promise.allSettled([1, 2, 13, 4].map((item) => group.add(item)));
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
});

it("takes items in every turn, also the one in which it falls idle", async () => {
  let flushed = 0;
  const group = new GroupCommit(async (items: number[]) => {
    flushed += items.length;
    return accepted(items);
  });
  for (let round = 0; round < 200; round += 1) {
    const first = group.add(round);
    await first.then(() => group.add(round));
  }
  await group.idle();
  expect(flushed).toBe(400);
});

it("answers each item with its own outcome", async () => {
  const group = new GroupCommit<number, string>(async (items) =>
    items.map((item) => (item === 2 ? { error: new Error("not this one") } : { result: `took ${item}` })),
  );
  const results = await Promise.allSettled([1, 2, 3].map((item) => group.add(item)));
  expect(results.map((one) => (one.status === "fulfilled" ? one.value : String(one.reason)))).toEqual([
    "took 1",
    "Error: not this one",
    "took 3",
  ]);
});
