import type { RunHandle } from "@assay/sdk";
import { parquetReadObjects } from "hyparquet";
import { beforeAll, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";

const open = useHouse();
const SPECIAL = [0.1, Number.NaN, Number.POSITIVE_INFINITY, -1e300, 5e-324];
let run: RunHandle;

beforeAll(async () => {
  run = await open().client().createRun({ name: 'a "quoted", name', source: {} });
  SPECIAL.forEach((value, step) => {
    run.log({ loss: value, acc: step }, { step: step + 0.5, timeMs: 1_700_000_000_000 + step });
  });
  await run.flush();
});

const exported = (query: string, token?: string | null) =>
  open().fetch(`/api/export/team/main/points?${query}`, {}, token);

async function parquetRows(query: string): Promise<Record<string, unknown>[]> {
  const response = await exported(`format=parquet&${query}`);
  expect(response.status).toBe(200);
  return parquetReadObjects({ file: await response.arrayBuffer() });
}

it("writes every point as a line of CSV, key by key", async () => {
  const response = await exported(`runs=${run.id}`);
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="points.csv"');
  const lines = (await response.text()).trimEnd().split("\n");
  const name = '"a ""quoted"", name"';
  expect(lines[0]).toBe("run_id,run_name,key,step,time,value");
  expect(lines[1]).toBe(`${run.id},${name},acc,0.5,2023-11-14T22:13:20.000Z,0`);
  expect(lines.slice(6).map((line) => line.split(",").at(-1))).toEqual(["0.1", "NaN", "Infinity", "-1e+300", "5e-324"]);
});

it("writes the same as Parquet, bit for bit", async () => {
  const rows = await parquetRows(`runs=${run.id}&key=loss`);
  expect(rows.map((row) => row.value)).toEqual(SPECIAL);
  expect(rows[1]).toEqual({
    run_id: run.id,
    run_name: 'a "quoted", name',
    key: "loss",
    step: 1.5,
    time: new Date(1_700_000_000_001),
    value: Number.NaN,
  });
});

it("writes what a fork inherits, several runs in a file, and no key that was not asked for", async () => {
  const fork = await open()
    .client()
    .createRun({ source: {}, fork: { runId: run.id, step: 1.5 } });
  fork.log({ loss: 7 }, { step: 9 });
  await fork.flush();
  const rows = await parquetRows(`runs=${fork.id},${run.id}&key=loss`);
  const ofFork = rows.filter((row) => row.run_id === fork.id);
  expect(ofFork.map((row) => row.value)).toEqual([0.1, Number.NaN, 7]);
  expect(rows.length).toBe(3 + SPECIAL.length);
});

it("puts the parts of a long series together without a gap or a repeat", async () => {
  const long = await open().client().createRun({ source: {} });
  const count = 300_000;
  for (let from = 0; from < count; from += 20_000) {
    const steps = Array.from({ length: 20_000 }, (_, at) => from + at);
    const body = JSON.stringify({ keys: ["m"], steps, timesMs: steps, values: steps.map((step) => [step / 3]) });
    const headers = { "content-type": "application/json" };
    const target = `/api/ingest/team/main/runs/${long.id}/metrics`;
    expect((await open().fetch(target, { method: "POST", headers, body })).status).toBe(200);
  }
  await open().context().metrics.settle(long.id);
  // What waits in frames belongs to it as well.
  const late = JSON.stringify({ keys: ["m"], steps: [131_072], timesMs: [0], values: [[1]] });
  const headers = { "content-type": "application/json" };
  await open().fetch(`/api/ingest/team/main/runs/${long.id}/metrics`, { method: "POST", headers, body: late });
  const rows = await parquetRows(`runs=${long.id}`);
  expect(rows.length).toBe(count + 1);
  const steps = rows.map((row) => Number(row.step));
  expect(steps.every((step, at) => at === 0 || step >= (steps[at - 1] ?? 0))).toBe(true);
  expect(new Set(steps).size).toBe(count);
});

it.each([
  ["runs", ""],
  ["runs", "runs=nonsense"],
  ["format", `runs=${"0".repeat(32)}&format=xlsx`],
  ["key", `runs=${"0".repeat(32)}&key=`],
])("names the field %s when %j asks for nothing that can be", async (field, query) => {
  const response = await exported(query);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { field } });
});

it("knows nothing of a run of another project", async () => {
  await open().project("elsewhere");
  expect((await open().fetch(`/api/export/team/elsewhere/points?runs=${run.id}`)).status).toBe(404);
  expect((await exported(`runs=${"0".repeat(32)}`)).status).toBe(404);
});
