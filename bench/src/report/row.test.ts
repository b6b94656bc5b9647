import { expect, it } from "vitest";
import { toRow } from "./row.ts";

const peer = (value: number) => ({ name: "peer", value });

it("says how many times better ours is, whether more or less is better", () => {
  expect(toRow({ name: "a", unit: "points/s", ours: 30, peer: peer(10) }).ratio).toBe(3);
  expect(toRow({ name: "a", unit: "ms", ours: 10, peer: peer(30) }).ratio).toBe(3);
});

it("meets a target only by ratio and bound together", () => {
  const isMet = (ours: number, of: number) =>
    toRow({ name: "a", unit: "ms", ours, peer: peer(of), target: { ratio: 50, most: 150 } }).isMet;
  expect(isMet(100, 5_000)).toBe(true);
  expect(isMet(100, 4_900)).toBe(false);
  expect(isMet(200, 20_000)).toBe(false);
});

it("judges no ratio without a peer", () => {
  expect(toRow({ name: "a", unit: "ms", ours: 1, target: { ratio: 50 } }).isMet).toBeNull();
});
