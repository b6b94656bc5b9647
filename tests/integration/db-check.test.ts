import path from "node:path";
import type { ProjectId, RunId } from "@assay/contract";
import { checkMetrics, type Finding } from "@assay/db/check";
import { enterProject } from "@assay/services";
import { beforeAll, expect, it } from "vitest";
import { startNode } from "../support/child.ts";
import { useHouse } from "../support/house.ts";
import { root } from "../support/repository.ts";

const open = useHouse();
let runId: RunId;

async function send(points: number, valueAt: (step: number) => number, key: string, firstStep = 0): Promise<void> {
  const run = { projectId: await projectId(), runId };
  const steps = Array.from({ length: points }, (_, at) => firstStep + at);
  const series = [{ key, steps, timesMs: steps.map((step) => 1_000 + step * 10), values: steps.map(valueAt) }];
  await open()
    .context()
    .metrics.append({ ...run, series });
}

async function projectId(): Promise<ProjectId> {
  const ctx = await enterProject({ ctx: open().context(), input: { workspace: "team", project: "main" } });
  return ctx.project.id;
}

async function check(options: { runId?: string; project?: string } = {}): Promise<Finding[]> {
  const findings: Finding[] = [];
  await checkMetrics({ url: open().databaseUrl, ...options, onFinding: (finding) => findings.push(finding) });
  return findings;
}

/** What is found after a change that is taken back. */
async function findingsAfter(change: string): Promise<string[]> {
  await open().sql(change);
  const findings = await check();
  await restore();
  return findings.map(({ key, place, what }) => `${key} ${place}: ${what}`);
}

beforeAll(async () => {
  const house = open();
  runId = (await house.client().createRun({ source: {} })).id;
  await send(10_000, (step) => Math.sin(step), "float64");
  await send(5_000, (step) => Math.fround(Math.exp(-step / 100)), "float32");
  await send(200, (step) => step / 10, "decimal");
  await send(100, () => 7, "constant");
  await send(64, (step) => (step % 3 === 0 ? Number.NaN : step), "some NaN");
  await send(3, () => Number.NaN, "only NaN");
  await send(3, (step) => [1, Number.POSITIVE_INFINITY, -1][step] ?? 0, "infinite");
  await send(1, () => -0, "zero");
  await send(1_000, (step) => (step % 2 === 0 ? 1e300 : -1e300) + step, "cancels");
  await house.context().metrics.settle(runId);
  // Late points in the middle and a summary that grew in parts.
  await send(50, (step) => -step, "float64", 5_000.5);
  await send(500, (step) => step / 7, "cancels", 2_000);
  await house.context().metrics.settle(runId);
  await send(10, (step) => step, "float64", 20_000);
  await house.sql("create table kept_chunk as select * from metric_chunk");
  await house.sql("create table kept_summary as select * from metric_summary");
  await house.sql("create table kept_run as select * from run_summary");
  await house.sql("create table kept_hot as select * from metric_hot_0");
});

async function restore(): Promise<void> {
  const house = open();
  for (const [table, kept] of Object.entries({
    metric_chunk: "kept_chunk",
    metric_summary: "kept_summary",
    run_summary: "kept_run",
    metric_hot_0: "kept_hot",
  })) {
    await house.sql(`truncate ${table}`);
    await house.sql(`insert into ${table} select * from ${kept}`);
  }
}

it("finds nothing wrong with what the store wrote", async () => {
  expect(await check()).toEqual([]);
  expect(await check({ runId })).toEqual([]);
  expect(await check({ project: "main" })).toEqual([]);
});

const FLIP = (column: string) =>
  `set_byte("${column}", length("${column}") - 1, get_byte("${column}", length("${column}") - 1) # 1)`;
const FIRST = "key_id = (select id from metric_key where name = 'float64') and first_step = 0";

it.each(["steps", "times_ms", "values", "pyramid"])("finds one bit flipped in the bytes of %s", async (column) => {
  const findings = await findingsAfter(`update metric_chunk set "${column}" = ${FLIP(column)} where ${FIRST}`);
  expect(findings).toContain("float64 chunk at step 0: the bytes do not fit the checksum");
});

it.each(["last_step", "last_time_ms", "min_time_ms", "max_time_ms", "nans", "first", "last", "min", "max", "argmin"])(
  "finds a %s that is not that of the points",
  async (column) => {
    const findings = await findingsAfter(`update metric_chunk set "${column}" = "${column}" + 1 where ${FIRST}`);
    expect(findings.join("\n")).toMatch(
      new RegExp(`^float64 chunk at step 0: ${column} is .+ and the points say`, "m"),
    );
  },
);

it.each(["argmax", "sum", "sum_rest"])("finds a %s that is not that of the points", async (column) => {
  const findings = await findingsAfter(`update metric_chunk set "${column}" = 12345 where ${FIRST}`);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toContain(`float64 chunk at step 0: ${column} is 12345 and the points say`);
});

it("finds a chunk that says it begins elsewhere, or holds fewer points", async () => {
  const moved = await findingsAfter(`update metric_chunk set first_step = -1 where ${FIRST}`);
  expect(moved).toEqual(["float64 chunk at step -1: first_step is -1 and the points say 0"]);
  const fewer = await findingsAfter(`update metric_chunk set count = count - 1 where ${FIRST}`);
  expect(fewer.join("\n")).toContain("float64 run_summary: count is");
});

it("finds a checksum that is not that of the bytes", async () => {
  const findings = await findingsAfter(`update metric_chunk set checksum = checksum # 1 where ${FIRST}`);
  expect(findings).toEqual(["float64 chunk at step 0: the bytes do not fit the checksum"]);
});

it("finds a chunk that is gone, by the summaries that still count it", async () => {
  const findings = await findingsAfter(`delete from metric_chunk where ${FIRST}`);
  expect(findings.some((line) => line.startsWith("float64 run_summary: count is 10050"))).toBe(true);
  expect(findings.some((line) => line.startsWith("float64 metric_summary: count is 10050"))).toBe(true);
});

it("finds chunks of one key that overlap", async () => {
  const findings = await findingsAfter(`update metric_chunk set last_step = 1e9 where ${FIRST}`);
  expect(findings.join("\n")).toContain("begins before the chunk at step 0 ends");
});

it("finds chunks under a key that the project does not have, or a run that does not exist", async () => {
  const key = await findingsAfter(`update metric_chunk set key_id = 999999 where ${FIRST}`);
  expect(key).toContain("#999999 key: the run's project has no such key");
  const run = await findingsAfter(`update metric_chunk set run_id = gen_random_uuid() where ${FIRST}`);
  expect(run).toContain("null run: there is no such run");
});

it.each(["last", "first", "min", "max", "mean", "count", "argmin", "argmax", "nans"])(
  "finds a %s of metric_summary that is not that of the chunks",
  async (column) => {
    const findings = await findingsAfter(
      `update metric_summary set "${column}" = 3 where key_id = (select id from metric_key where name = 'decimal')`,
    );
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain(`decimal metric_summary: ${column} is 3 and the chunks say`);
  },
);

it("finds a summary that lacks a key, and one that is gone", async () => {
  const ofKey = "where key_id = (select id from metric_key where name = 'zero')";
  expect(await findingsAfter(`delete from metric_summary ${ofKey}`)).toEqual([
    "zero metric_summary: the key is missing",
  ]);
  const unfounded = await findingsAfter(`delete from metric_chunk ${ofKey}`);
  expect(unfounded).toContain("zero run_summary: the key has no chunks");
  expect(unfounded).toContain("zero metric_summary: the key has no chunks");
  expect((await findingsAfter("delete from run_summary")).length).toBe(9);
});

it.each(["count", "first_step", "first_time_ms", "first", "last_step", "last", "min", "max", "argmin", "argmax"])(
  "finds a bit flipped in %s of run_summary",
  async (column) => {
    const findings = await findingsAfter(`update run_summary set "${column}" = ${FLIP(column)}`);
    expect(findings.join("\n")).toContain("run_summary: ");
  },
);

it("finds a sum of run_summary that makes another mean", async () => {
  // The top byte of the first key's sum, behind the version and the encoding.
  const findings = await findingsAfter("update run_summary set sum = set_byte(sum, 9, get_byte(sum, 9) # 1)");
  expect(findings).toHaveLength(1);
  expect(findings[0]).toContain("float64 run_summary: the mean is");
});

it("finds a run_summary that counts other points than its keys", async () => {
  const findings = await findingsAfter("update run_summary set point_count = 1");
  expect(findings).toEqual(["null run_summary: point_count is 1 and not 16921"]);
});

it("finds a run_summary that counts other bytes than its chunks have", async () => {
  const findings = await findingsAfter("update run_summary set chunk_bytes = 1");
  expect(findings).toHaveLength(1);
  expect(findings[0]).toContain("null run_summary: chunk_bytes is 1 and not ");
});

it("leaves alone what a deleted run has left behind while it is being cleared away", async () => {
  const house = open();
  const gone = "'0190a1b2-0000-7000-8000-000000000000'";
  await house.sql(`insert into run_purge (run_id, project_id) select ${gone}, project_id from run limit 1`);
  const findings = await findingsAfter(
    `insert into metric_summary (run_id, key_id, count, nans) values (${gone}, 1, 5, 0)`,
  );
  await house.sql("delete from run_purge");
  expect(findings).toEqual([]);
});

it("finds a frame that is damaged, and one that is said to hold something else", async () => {
  const damaged = await findingsAfter(`update metric_hot_0 set frame = ${FLIP("frame")}`);
  expect(damaged).toEqual(["null frame 1: cannot be decoded: a frame does not fit its checksum"]);
  const wrong = await findingsAfter("update metric_hot_0 set point_count = 11");
  expect(wrong).toEqual(["null frame 1: point_count is 11 and the frame says 10"]);
});

it("prints a line for each finding and ends with 1, beside the running server", async () => {
  const house = open();
  const run = async (...args: string[]) => {
    const child = startNode({
      args: [path.join(root, "scripts", "assay.mjs"), "db", "check", ...args],
      cwd: root,
      env: { ...process.env, DATABASE_URL: house.databaseUrl },
    });
    return { ...(await child.exited), output: child.output() };
  };
  expect(await run()).toMatchObject({ code: 0, output: expect.stringContaining("all is well") });
  await house.sql(`update metric_chunk set max = max + 1 where ${FIRST}`);
  const found = await run("--project", "main");
  await restore();
  expect(found.code).toBe(1);
  expect(found.output).toContain(`run ${runId} key "float64" chunk at step 0: max is`);
  expect(await run("--run", "x")).toMatchObject({ code: 2, output: expect.stringContaining("is not the id of a run") });
});
