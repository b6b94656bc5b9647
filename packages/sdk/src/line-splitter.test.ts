import { expect, it } from "vitest";
import { LineSplitter } from "./line-splitter.ts";

it("makes lines of pieces that end anywhere", () => {
  const splitter = new LineSplitter();
  expect(splitter.add("epoch ")).toEqual([]);
  expect(splitter.add("1\nepoch 2\r\nep")).toEqual(["epoch 1", "epoch 2"]);
  expect(splitter.add("\n\n")).toEqual(["ep", ""]);
  expect(splitter.add("last")).toEqual([]);
  expect(splitter.end()).toEqual(["last"]);
  expect(splitter.end()).toEqual([]);
});

it("keeps the last state of a bar that is redrawn for hours", () => {
  const splitter = new LineSplitter();
  for (let percent = 0; percent <= 1_000; percent += 1) splitter.add(`\r${percent} of 1000 batches`);
  const [line = ""] = splitter.add("\n");
  expect(line.endsWith("\r1000 of 1000 batches")).toBe(true);
  expect(line.length).toBeLessThan(5_000);
});

it("cuts a line that is too long into pieces and tears no character apart", () => {
  const splitter = new LineSplitter();
  const text = `x${"🙂".repeat(20_000)}`;
  const lines = [...splitter.add(text), ...splitter.end()];
  expect(lines.join("")).toBe(text);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.every((line) => line.isWellFormed() && line.length <= 16_384)).toBe(true);
});
