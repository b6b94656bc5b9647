import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { startNode } from "../support/child.ts";
import { root } from "../support/repository.ts";

const TIMEOUT_MS = 180_000;
/** Rows of the target table that each suite answers for. */
const TARGETS = { ingest: 12, series: 2, chart: 1, table: 2, storage: 1, live: 1, open: 3, mlflow: 16 };

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "assay-bench-test-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function bench(...more: string[]) {
  const child = startNode({
    args: [path.join(root, "bench/src/main.ts"), "--out", directory, ...more],
    env: { ...process.env, ASSAY_BENCH_PYTHON: undefined },
  });
  const { code } = await child.exited;
  return { code, output: child.output() };
}

it(
  "runs every suite from end to end and reports a figure for every row with a target",
  async () => {
    const { code, output } = await bench("all", "--tiny", "--database-url", inject("testPostgres").adminUrl);
    expect(code, output).toBe(0);
    const reports = await Promise.all(
      (await readdir(directory)).map(async (file) => JSON.parse(await readFile(path.join(directory, file), "utf8"))),
    );
    const targets = reports.map(({ suite, rows }) => [
      suite,
      rows.filter((row: { target?: object }) => row.target).length,
    ]);
    expect(Object.fromEntries(targets)).toEqual(TARGETS);
    for (const { rows } of reports) for (const { ours } of rows) expect(ours).toEqual(expect.any(Number));
  },
  TIMEOUT_MS,
);

it("names the suites there are when asked for another", async () => {
  const { code, output } = await bench("speed");
  expect(code).toBe(1);
  expect(output).toMatch(/There is no suite speed[\s\S]*Suites: ingest, series/);
});
