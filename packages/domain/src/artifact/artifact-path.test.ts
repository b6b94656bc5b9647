import { expect, it } from "vitest";
import { parseArtifactFolder, parseArtifactPath } from "./artifact-path.ts";

it.each(["a.txt", "plots/loss curve.png", "a+b%20c~.csv", "模型/重み.bin", ".gitkeep", "a..b/c", "x;y=1"])(
  "accepts %s",
  (path) => {
    expect(parseArtifactPath(path)).toBe(path);
  },
);

it.each([
  "",
  "/etc/passwd",
  "../x",
  "a/../../x",
  "a/./b",
  "a//b",
  "a/",
  "..\\x",
  "C:\\x",
  "C:x",
  "file:///etc",
  "x\u0000.png",
  "x\n",
  "%2e%2e/x",
  "..%2fx",
  "a%5cb",
  "a#b.txt",
  "#frag",
  "a?x=..",
  "．．/x",
  "….txt/..",
  "a.",
  "a /b",
  "a/ ",
  "a/b…",
  "a".repeat(256),
  `${"a/".repeat(600)}b`,
])("refuses %j", (path) => {
  expect(() => parseArtifactPath(path)).toThrow("Invalid path");
});

it("brings names that look alike into one form", () => {
  expect(parseArtifactPath("cafe\u0301.txt")).toBe("café.txt");
});

it("reads the root folder in all its spellings", () => {
  expect(["", ".", "/"].map(parseArtifactFolder)).toEqual(["", "", ""]);
  expect(parseArtifactFolder("plots/")).toBe("plots");
});
