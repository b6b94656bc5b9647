import { expect, it } from "vitest";
import { RepeatedTexts } from "./repeated-texts.ts";

const ask = (texts: RepeatedTexts, text: string, times: number): (string | null)[] =>
  Array.from({ length: times }, () => texts.nameOf(text));

it("names a text that came ten times, by the same name from then on and in any process", () => {
  const texts = new RepeatedTexts();
  const names = ask(texts, "select 1", 12);
  expect(names.slice(0, 9)).toEqual(Array(9).fill(null));
  expect(names.slice(9)).toEqual(Array(3).fill(expect.stringMatching(/^repeated_[0-9a-f]{32}$/)));
  expect(ask(new RepeatedTexts(), "select 1", 10).at(-1)).toBe(names.at(-1));
  expect(ask(texts, "select 2", 10).at(-1)).not.toBe(names.at(-1));
});

it("names no more than 50,000 characters of text, so that what connections keep is bounded", () => {
  const texts = new RepeatedTexts();
  const text = (at: number): string => `select ${at} `.padEnd(2_000, "-");
  const names = Array.from({ length: 40 }, (_, at) => ask(texts, text(at), 20).at(-1));
  expect(names.filter((name) => name !== null)).toHaveLength(25);
  expect(texts.nameOf(text(0))).toBe(names[0]);
  expect(texts.nameOf(text(39))).toBeNull();
});

it("forgets how often rare texts came before it remembers too many of them", () => {
  const texts = new RepeatedTexts();
  expect(ask(texts, "select 1", 9).at(-1)).toBeNull();
  for (let at = 0; at < 1_000; at += 1) texts.nameOf(`rare ${at}`);
  expect(texts.nameOf("select 1")).toBeNull();
});
