import { expect, it } from "vitest";
import { NameOrder } from "./name-order.ts";

const names = new Map([
  [1, "val/loss"],
  [2, "acc"],
  [3, "Zeta"],
  [4, "loss"],
]);

it("puts keys into the order of their names, by code units, and says where each stood", () => {
  expect(new NameOrder(names).of([1, 2, 3, 4])).toEqual([
    { key: "Zeta", at: 2 },
    { key: "acc", at: 1 },
    { key: "loss", at: 3 },
    { key: "val/loss", at: 0 },
  ]);
});

it("orders every list anew that differs from the last in length, in one id or in their sequence", () => {
  const order = new NameOrder(names);
  for (const keyIds of [[4, 1], [4, 1], [4], [2], [], [1, 2], [2, 1], Float64Array.of(1, 4), [1, 4]]) {
    const sorted = Array.from(keyIds, (keyId, at) => ({ key: names.get(keyId) ?? "", at })).sort((a, b) =>
      a.key < b.key ? -1 : 1,
    );
    expect(order.of(keyIds)).toEqual(sorted);
  }
});
