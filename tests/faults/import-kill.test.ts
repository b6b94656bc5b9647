import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { RunId } from "@assay/contract";
import { enterProject } from "@assay/services";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Child, startNode } from "../support/child.ts";
import { TestHouse } from "../support/house.ts";
import { importedContent } from "../support/imported.ts";
import { Mlruns } from "../support/mlruns.ts";
import { root } from "../support/repository.ts";
import { waitFor } from "../support/wait-for.ts";

const RUNS = 40;
const POINTS = 3_000;
const hex = (text: string): string => createHash("md5").update(text).digest("hex");

let folder: string;
let killed: TestHouse;
let whole: TestHouse;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "assay-import-kill-"));
  const mlruns = new Mlruns(path.join(folder, "mlruns"));
  await mlruns.experiment("7", "seven");
  await mlruns.experiment("8", "gone", { isDeleted: true });
  for (let at = 0; at < RUNS; at += 1) {
    const id = hex(`run ${at}`);
    const lines = Array.from(
      { length: POINTS },
      (_, step) => `${1_600_000_000_000 + step} ${Math.sin(at * step)} ${step}`,
    );
    await mlruns.run("7", {
      id,
      name: `run ${at}`,
      metrics: { "val/loss": lines, acc: lines.slice(0, 100) },
      params: { lr: String(at), depth: "3" },
      // Every parent but the first comes after its child.
      tags: { "mlflow.parentRunId": hex(`run ${at + 1}`) },
      files: { "model/weights.txt": `weights ${at}`, "notes.txt": "the same everywhere" },
    });
  }
  await mlruns.run(".trash/8", { id: hex("gone"), metrics: { m: ["1600000000000 1 0"] } });
  await mlruns.model("net", { champion: 3 });
  for (const version of [1, 3]) {
    const runId = hex(`run ${version}`);
    await mlruns.version("net", version, { runId, source: `runs:/${runId}/model`, stage: "Production" });
  }
  killed = await TestHouse.open();
  whole = await TestHouse.open();
});

afterAll(async () => {
  await killed.close();
  await whole.close();
  await rm(folder, { recursive: true, force: true });
});

function startImport(house: TestHouse): Child {
  const args = ["scripts/assay.mjs", "import", "mlflow", path.join(folder, "mlruns"), "--project", "team/main"];
  args.push("--data-dir", house.dataDir);
  const env = { ...process.env, DATABASE_URL: house.databaseUrl };
  return startNode({ args: args.map((arg, at) => (at === 0 ? path.join(root, arg) : arg)), env });
}

async function runsDone(house: TestHouse): Promise<number> {
  const [row] = await house.sql<{ count: number }>("SELECT count(*)::int AS count FROM import_item WHERE kind = 'run'");
  return row?.count ?? 0;
}

/** Every point of every run, in the order that a reader gets them. */
async function pointsOf(house: TestHouse): Promise<string[]> {
  const ctx = await enterProject({ ctx: house.context(), input: { workspace: "team", project: "main" } });
  const rows = await house.sql<{ id: string }>("SELECT replace(id::text, '-', '') AS id FROM run ORDER BY id");
  const runIds = rows.map(({ id }) => id as RunId);
  const keys = ["val/loss", "acc", "m"];
  const series = await ctx.metrics.readRange({ projectId: ctx.project.id, runIds, keys });
  return series.map(({ runId, key, points }) => `${runId} ${key} ${hex(JSON.stringify(points))}`).sort();
}

it("an import that is killed twice on its way ends as one that nobody disturbed", async () => {
  for (const after of [8, 24]) {
    const child = startImport(killed);
    await waitFor(async () => (await runsDone(killed)) >= after);
    child.process.kill("SIGKILL");
    expect(await child.exited).toMatchObject({ signal: "SIGKILL" });
    expect(await runsDone(killed)).toBeLessThan(RUNS);
  }
  const last = startImport(killed);
  expect(await last.exited, last.output()).toMatchObject({ code: 0 });
  const undisturbed = startImport(whole);
  expect(await undisturbed.exited, undisturbed.output()).toMatchObject({ code: 0 });
  const expected = await importedContent(whole);
  expect(expected.runs).toHaveLength(RUNS + 1);
  expect(await importedContent(killed)).toEqual(expected);
  const points = await pointsOf(whole);
  expect(points).toHaveLength(2 * RUNS + 1);
  expect(await pointsOf(killed)).toEqual(points);
});
