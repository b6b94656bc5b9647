import { expect, it } from "vitest";
import { GroupCommit } from "./group-commit.ts";

/** A flush that the test lets end, and what it was given. */
function heldFlush() {
  const batches: number[][] = [];
  const releases: (() => void)[] = [];
  const flush = (items: number[]): Promise<void> => {
    batches.push(items);
    return new Promise((resolve) => releases.push(resolve));
  };
  const release = async (): Promise<void> => {
    while (releases.length === 0) await Promise.resolve();
    releases.shift()?.();
  };
  return { batches, flush, release };
}

it("commits together what arrives while a flush is under way", async () => {
  const { batches, flush, release } = heldFlush();
  const group = new GroupCommit(flush);
  const first = group.add(1);
  const others = [group.add(2), group.add(3)];
  await release();
  await first;
  await release();
  await Promise.all(others);
  expect(batches).toEqual([[1], [2, 3]]);
});

it("answers an item only after its own flush", async () => {
  const { flush, release } = heldFlush();
  const group = new GroupCommit(flush);
  let isAnswered = false;
  const first = group.add(1);
  const second = group.add(2).then(() => {
    isAnswered = true;
  });
  await release();
  await first;
  expect(isAnswered).toBe(false);
  await release();
  await second;
});

it("fails only the item at fault when a shared flush fails", async () => {
  const group = new GroupCommit<number>(async (items) => {
    if (items.includes(13)) throw new Error("unlucky");
  });
  const results = await Promise.allSettled([1, 2, 13, 4].map((item) => group.add(item)));
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
});

it("takes items in every turn, also the one in which it falls idle", async () => {
  let flushed = 0;
  const group = new GroupCommit<number>(async (items) => {
    flushed += items.length;
  });
  for (let round = 0; round < 200; round += 1) {
    const first = group.add(round);
    await first.then(() => group.add(round));
  }
  await group.idle();
  expect(flushed).toBe(400);
});
