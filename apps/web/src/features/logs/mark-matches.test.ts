import { expect, it } from "vitest";
import { ansiSpans } from "./ansi-spans.ts";
import { markMatches } from "./mark-matches.ts";

const shown = (text: string, query = "") =>
  markMatches(ansiSpans(text), query).map(({ text: piece, className, isMatch }) => [piece, className, isMatch]);

it("reads colours and weights and leaves out what moves a cursor or names a window", () => {
  expect(shown("\u001b]0;title\u0007\u001b[1;31mbad\u001b[0m fine\u001b[2K")).toEqual([
    ["bad", "ansi-red ansi-bold", false],
    [" fine", "", false],
  ]);
  expect(ansiSpans("\u001b[38;5;208morange\u001b[48;2;1;2;3mx")).toMatchObject([
    { text: "orange", colour: "rgb(255, 135, 0)", background: null },
    { text: "x", background: "rgb(1, 2, 3)" },
  ]);
});

it("marks every match, also one that a colour begins in", () => {
  expect(shown("Loss, lo\u001b[32mss down", "loss")).toEqual([
    ["Loss", "", true],
    [", ", "", false],
    ["lo", "", true],
    ["ss", "ansi-green", true],
    [" down", "ansi-green", false],
  ]);
});

it("marks matches that touch, and none of a text that is not there", () => {
  expect(shown("aaaa", "aa").map(([text]) => text)).toEqual(["aa", "aa"]);
  expect(shown("abc", "x")).toEqual([["abc", "", false]]);
});
