import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { root } from "../support/repository.ts";

// The assertions of the other files in this folder are for the compiler alone; this file asks it.
const directory = mkdtempSync(path.join(root, "tests", "types", "checked-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Compiles one file as the tests' own project would; answers what the compiler says. */
function compile(file: string): string {
  const config = path.join(directory, "tsconfig.json");
  writeFileSync(config, JSON.stringify({ extends: "../../tsconfig.json", include: [], files: [file] }));
  const tsc = path.join(root, "node_modules", "typescript", "bin", "tsc");
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, "-p", config, "--noEmit"], { encoding: "utf8" });
  return stdout + stderr;
}

it.each(["sdk-results.test.ts", "router-outputs.test.ts"])("the compiler agrees with every assertion in %s", (file) => {
  expect(compile(path.join(import.meta.dirname, file))).toBe("");
});

it("the compiler would notice an assertion that is wrong", () => {
  const file = path.join(directory, "wrong.ts");
  const lines = [
    'import type { Run } from "@assay/contract";',
    'import type { Assay } from "@assay/sdk";',
    'import { expectTypeOf } from "vitest";',
    'expectTypeOf<Awaited<ReturnType<Assay["runs"]["get"]>>>().toEqualTypeOf<Run>();',
  ];
  writeFileSync(file, lines.join("\n"));
  expect(compile(file)).toContain("error TS");
});
