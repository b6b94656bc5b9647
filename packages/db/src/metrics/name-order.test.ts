import { expect, it } from "vitest";
import { NameOrder } from "./name-order.ts";

const names = new Map([
  [1, "val/loss"],
  [2, "acc"],
  [3, "Zeta"],
  [4, "loss"],
]);

const order = new NameOrder(names);

it("puts keys into the order of their names, by code units, and says where each stood", () => {
  expect(order.of(wholeOf([1, 2, 3, 4]))).toEqual([
    { key: "Zeta", at: 2 },
    { key: "acc", at: 1 },
    { key: "loss", at: 3 },
    { key: "val/loss", at: 0 },
  ]);
});

it("orders every list anew that differs from the last in length, in one id or in their sequence", () => {
  for (const keyIds of [[4, 1], [4, 1], [4], [2], [], [1, 2], [2, 1], [1, 4], [1, 4]])
    expect(order.of(wholeOf(keyIds))).toEqual(sorted(keyIds));
});

it("looks at one run's keys among those of several", () => {
  const keyIds = Float64Array.of(4, 1, 1, 4, 4, 1, 2);
  const runs = [0, 2, 4, 6, 7].flatMap((from, run, starts) => ({ from, to: starts[run + 1] ?? from }));
  for (const { from, to } of runs)
    expect(order.of({ keyIds, from, to })).toEqual(sorted(Array.from(keyIds.subarray(from, to))));
});

const wholeOf = (keyIds: number[]) => ({ keyIds: Float64Array.from(keyIds), from: 0, to: keyIds.length });

function sorted(keyIds: number[]) {
  const places = keyIds.map((keyId, at) => ({ key: names.get(keyId) ?? "", at }));
  return places.sort((a, b) => (a.key < b.key ? -1 : 1));
}
