import { expect, it } from "vitest";
import { sideBySide } from "./side-by-side.ts";

/** Numbers from one on, and whether whoever made them was told that no more are wanted. */
function numbers(upTo: number): { things: AsyncGenerator<number>; isClosed: () => boolean } {
  let closed = false;
  async function* make() {
    try {
      for (let number = 1; number <= upTo; number += 1) yield number;
    } finally {
      closed = true;
    }
  }
  return { things: make(), isClosed: () => closed };
}

it("works on each once, so many at a time and no more", async () => {
  const done: number[] = [];
  const { promise: full, resolve: fill } = Promise.withResolvers<void>();
  let underWay = 0;
  let most = 0;
  await sideBySide(numbers(20).things, 3, async (number) => {
    underWay += 1;
    most = Math.max(most, underWay);
    if (underWay === 3) fill();
    await full;
    underWay -= 1;
    done.push(number);
  });
  expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  expect(most).toBe(3);
});

it("begins no more when one fails, and says so when the others have ended", async () => {
  const { things, isClosed } = numbers(20);
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const begun: number[] = [];
  const ended: number[] = [];
  const working = sideBySide(things, 3, async (number) => {
    begun.push(number);
    if (number === 2) throw new Error("the second");
    await released;
    ended.push(number);
  });
  const failing = expect(working).rejects.toThrow("the second");
  await expect.poll(() => begun.length).toBe(3);
  expect(ended).toEqual([]);
  release();
  await failing;
  expect(begun).toEqual([1, 2, 3]);
  expect(ended).toEqual([1, 3]);
  expect(isClosed()).toBe(true);
});

it("tells a failure of the source itself", async () => {
  async function* broken() {
    yield 1;
    throw new Error("it broke off");
  }
  const done: number[] = [];
  const working = sideBySide(broken(), 2, async (number) => {
    done.push(number);
  });
  await expect(working).rejects.toThrow("it broke off");
  expect(done).toEqual([1]);
});
