import { expect, it } from "vitest";
import { measurePairs, type Pairing } from "./measure-pairs.ts";

it("measures each row once a pass, ours and then the peer's, settles in between and answers medians", async () => {
  const seen: string[] = [];
  const figures = (what: string, ...values: number[]) => {
    return async () => {
      seen.push(what);
      return values.shift() ?? Number.NaN;
    };
  };
  const pairings: Pairing[] = [
    {
      name: "a",
      unit: "ms",
      ours: figures("a", 3, 100, 2),
      peer: { name: "p", measure: figures("a of p", 30, 20, 1) },
    },
    { name: "b", unit: "ms", ours: figures("b", 5, 4, 6), peer: null, target: { most: 9 } },
  ];
  const settle = async () => void seen.push("settle");
  expect(await measurePairs(3, pairings, settle)).toEqual([
    { name: "a", unit: "ms", ours: 3, peer: { name: "p", value: 20 } },
    { name: "b", unit: "ms", ours: 5, target: { most: 9 } },
  ]);
  const pass = ["a", "a of p", "b"];
  expect(seen).toEqual([...pass, "settle", ...pass, "settle", ...pass]);
});
