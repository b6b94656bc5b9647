import path from "node:path";
import { expect, it } from "vitest";
import { readSources, withoutComments } from "../support/sources.ts";

const FOLDERS = ["packages", "apps", "scripts", "tests", "bench", "examples", "prisma"];
const files = readSources(FOLDERS, [".ts", ".tsx", ".mjs", ".prisma", ".py", ".css"]);

const isTest = (file: string): boolean => file.startsWith("tests/") || /\.test\.(ts|tsx|py)$/.test(file);

it("keeps every file under 350 lines, tests under 500", () => {
  const tooLong = files
    .map(({ path: file, text }) => ({ file, lines: text.split("\n").length - 1 }))
    .filter(({ file, lines }) => lines > (isTest(file) ? 500 : 350));
  expect(tooLong).toEqual([]);
});

it("names files in kebab-case", () => {
  // Python's own style asks for snake_case; Next's folders for [parameter] and (group).
  const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
  const SNAKE = /^[a-z0-9_]+\.py$/;
  const wrong = files
    .map(({ path: file }) => file)
    .filter((file) => !(file.endsWith(".py") ? SNAKE : KEBAB).test(path.basename(file)));
  expect(wrong).toEqual([]);
});

it("skips no test and leaves none to do", () => {
  const skipped = readSources(["tests", "packages", "apps"], [".test.ts", ".test.tsx"])
    .filter(({ path: file }) => file !== "tests/architecture/files.test.ts")
    .filter(({ text }) => /\b(it|test|describe)\.(skip|only|todo|fails)\b/.test(text))
    .map(({ path: file }) => file);
  expect(skipped).toEqual([]);
});

it("leaves out tests only where a browser, another language or the right to mount a disk is wanting", () => {
  // .ci/run installs what they need, runs as root and fails when anything was left out.
  const conditional = readSources(["tests", "packages", "apps"], [".test.ts", ".test.tsx"])
    .filter(({ path: file }) => !/^tests\/(e2e\/|conformance\/|architecture\/|faults\/disk-full)/.test(file))
    .filter(({ text }) => /\.(skipIf|runIf)\(/.test(text))
    .map(({ path: file }) => file);
  expect(conditional).toEqual([]);
});

it("casts away no type", () => {
  const escapes = readSources(["packages", "apps", "tests", "bench", "examples"], [".ts", ".tsx"])
    .filter(({ path: file }) => file !== "tests/architecture/files.test.ts")
    .filter(
      ({ text }) => /@ts-(ignore|expect-error|nocheck)/.test(text) || /\bas any\b|: any\b/.test(withoutComments(text)),
    )
    .map(({ path: file }) => file);
  expect(escapes).toEqual([]);
});
