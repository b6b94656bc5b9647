import { expect, it } from "vitest";
import { groupNumbers } from "./group-numbers.ts";
import { runHue } from "./run-hue.ts";

const NAMES = Array.from({ length: 20 }, (_, index) => `lr = ${index}`);

it("gives a group the same colour whatever the order", () => {
  expect(groupNumbers(NAMES.toReversed())).toEqual(groupNumbers(NAMES).toReversed());
});

it("uses every hue before one comes twice", () => {
  expect(new Set(groupNumbers(NAMES.slice(0, 8)).map(runHue)).size).toBe(8);
  expect(new Set(groupNumbers(NAMES)).size).toBe(20);
});
