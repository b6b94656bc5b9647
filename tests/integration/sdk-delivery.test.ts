import type { RunHandle } from "@assay/sdk";
import { afterEach, describe, expect, it } from "vitest";
import { BadNetwork, type Fault } from "../support/bad-network.ts";
import { useHouse } from "../support/house.ts";

const open = useHouse();
const networks: BadNetwork[] = [];

afterEach(async () => {
  await Promise.all(networks.splice(0).map((network) => network.close()));
});

async function through(
  faults: Fault[],
  options = {},
): Promise<{ network: BadNetwork; run: RunHandle; errors: string[] }> {
  const network = await BadNetwork.open(open().url, faults);
  networks.push(network);
  const errors: string[] = [];
  const onError = (error: Error): number => errors.push(error.message);
  // The fixtures' run is made directly, so that the faults are those of its points.
  const assay = open().client({ url: network.url, onError, ...options });
  return { network, run: await assay.createRun({ source: {} }), errors };
}

async function stored(run: RunHandle, key: string): Promise<{ steps: number[]; values: number[] }> {
  const [series] = await open().client().runs.series([run.id], [key], 4_000);
  return { steps: series?.steps ?? [], values: series?.values ?? [] };
}

describe.each(["frame", "json"] as const)("points sent as %s", (wireFormat) => {
  it("are there once after lost answers, errors on the way and a server that asks for patience", async () => {
    const { network, run, errors } = await through(
      ["lose answer", { status: 502 }, "lose answer", { status: 429, retryAfter: 1 }, "pass", { status: 503 }],
      { wireFormat },
    );
    run.log({ loss: 1, acc: Number.NaN }, { step: 0 });
    run.log({ loss: Number.POSITIVE_INFINITY }, { step: 0.5 });
    expect(await run.flush()).toBe(true);
    run.log({ loss: -2 }, { step: 1 });
    expect(await run.flush()).toBe(true);
    expect(await stored(run, "loss")).toEqual({ steps: [0, 0.5, 1], values: [1, Number.POSITIVE_INFINITY, -2] });
    expect(await stored(run, "acc")).toEqual({ steps: [0], values: [Number.NaN] });
    expect(errors).toEqual([]);
    const [first, ...again] = network.passed.slice(0, 5);
    for (const request of again) expect(request.body).toEqual(first?.body);
    const [, , , patience, next] = network.passed;
    expect((next?.atMs ?? 0) - (patience?.atMs ?? 0)).toBeGreaterThanOrEqual(990);
  });
});

it("numbers its batches, one writer for a run", async () => {
  const { network, run } = await through([], { wireFormat: "json" });
  for (const step of [0, 1, 2]) {
    run.log({ loss: step });
    await run.flush();
  }
  const writers = network.passed.map(({ body }) => JSON.parse(body.toString()).writer);
  expect(writers.map(({ epoch, sequence }) => [epoch, sequence])).toEqual([
    [1, 1],
    [1, 2],
    [1, 3],
  ]);
  expect(new Set(writers.map(({ id }) => id)).size).toBe(1);
});

it("leaves out what no server would take, says so once and keeps all the rest", async () => {
  const { run, errors } = await through([]);
  for (const step of [0, 1]) run.log({ loss: step, "": 1, __proto__: 1, "bad\nkey": 1 }, { step });
  run.log({ loss: 9 }, { step: Number.NaN });
  run.log({ loss: 9 }, { step: 2, timeMs: 0.5 });
  expect(await run.flush()).toBe(false);
  expect(await stored(run, "loss")).toEqual({ steps: [0, 1], values: [0, 1] });
  expect(errors).toHaveLength(4);
});

it("tells of points that the server refused, and goes on with the next", async () => {
  const { run, errors } = await through([{ status: 400 }]);
  run.log({ loss: 1 }, { step: 0 });
  expect(await run.flush()).toBe(false);
  run.log({ loss: 2 }, { step: 1 });
  await run.flush();
  expect(errors).toHaveLength(1);
  expect(await stored(run, "loss")).toEqual({ steps: [1], values: [2] });
});

it("keeps no more than its bound in memory, and says what it drops", async () => {
  const { run, errors } = await through([{ status: 429, retryAfter: 1 }], { maxWaitingPoints: 100 });
  for (let step = 0; step < 1_000; step += 1) run.log({ loss: step }, { step });
  expect(await run.flush()).toBe(false);
  expect((await stored(run, "loss")).steps).toHaveLength(100);
  expect(errors).toEqual([expect.stringContaining("100 points wait for the server")]);
});

it("sends sparse rows, and more keys at one step than fit in a request", async () => {
  const { run, errors } = await through([]);
  const wide = Object.fromEntries(Array.from({ length: 21_000 }, (_, at) => [`k${at}`, at]));
  run.log(wide, { step: 0 });
  for (let step = 1; step <= 500; step += 1) run.log({ [`own${step}`]: step }, { step });
  expect(await run.flush()).toBe(true);
  expect(errors).toEqual([]);
  expect(await stored(run, "k20999")).toEqual({ steps: [0], values: [20_999] });
  expect(await stored(run, "own500")).toEqual({ steps: [500], values: [500] });
});

it("begins anew, and loses nothing, when the server has forgotten its numbers", async () => {
  const { run, errors } = await through([]);
  run.log({ loss: 0 }, { step: 0 });
  expect(await run.flush()).toBe(true);
  await open().sql("delete from ingest_writer where run_id = $1", [run.id]);
  run.log({ loss: 1 }, { step: 1 });
  expect(await run.flush()).toBe(true);
  run.log({ loss: 2 }, { step: 2 });
  expect(await run.flush()).toBe(true);
  expect(await stored(run, "loss")).toEqual({ steps: [0, 1, 2], values: [0, 1, 2] });
  expect(await open().sql("select epoch, last_seq from ingest_writer where run_id = $1", [run.id])).toEqual([
    { epoch: 2, last_seq: "2" },
  ]);
  expect(errors).toEqual([]);
});
