import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { RunId } from "@assay/contract";
import { Assay } from "@assay/sdk";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/postgres.ts";
import {
  findFreePort,
  killHard,
  killServices,
  readTrackingToken,
  startServerProcess,
} from "../support/service-process.ts";
import { waitFor } from "../support/wait-for.ts";

const ROUNDS = 6;
const WRITERS = 6;
const BATCH = 40;
/** How many points more must be acknowledged before the next kill. */
const POINTS_PER_ROUND = 2_500;

let database: TestDatabase;
let dataDir: string;
let port: number;

beforeEach(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(path.join(tmpdir(), "assay-kill-"));
  port = await findFreePort();
});

afterEach(async () => {
  await killServices();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const startServer = () => startServerProcess({ databaseUrl: database.url, dataDir, port });
const address = () => `http://127.0.0.1:${port}`;

/** Sends numbered batches one after the other, each again until it is acknowledged, as a careful client does. */
class Writer {
  readonly key: string;
  acknowledged = 0;
  private readonly target: string;
  private readonly token: string;
  private isStopped = false;

  constructor(key: string, target: string, token: string) {
    this.key = key;
    this.target = target;
    this.token = token;
  }

  stop(): void {
    this.isStopped = true;
  }

  async run(): Promise<void> {
    while (!this.isStopped) {
      const steps = Array.from({ length: BATCH }, (_, at) => this.acknowledged + at);
      const body = JSON.stringify({ keys: [this.key], steps, timesMs: steps, values: steps.map((step) => [step * 2]) });
      const headers = { "content-type": "application/json", authorization: `Bearer ${this.token}` };
      const post = () => fetch(address() + this.target, { method: "POST", headers, body });
      // The server is gone, or just starting, now and then.
      await waitFor(async () => (await post()).status === 200, { timeoutMs: 60_000 });
      this.acknowledged += BATCH;
    }
  }
}

/** As Writer, with files: keeps the digest of each that was acknowledged. */
async function uploadUntil(isOver: () => boolean, target: string, token: string): Promise<Map<string, string>> {
  const stored = new Map<string, string>();
  for (let at = 0; !isOver(); at += 1) {
    const body = `${at}/`.repeat(20_000);
    const headers = { authorization: `Bearer ${token}` };
    const name = `file-${at}.txt`;
    const put = () => fetch(`${address()}${target}/${name}`, { method: "PUT", headers, body });
    await waitFor(async () => (await put()).status === 201, { timeoutMs: 60_000 });
    stored.set(name, createHash("sha256").update(body).digest("hex"));
  }
  return stored;
}

it("loses and doubles nothing that was acknowledged when the server is killed under many writers", async () => {
  let server = await startServer();
  const token = await readTrackingToken(dataDir);
  const { api } = new Assay({ url: address(), token });
  const run = await api.run.create.mutate({ workspace: "team", project: "main" });
  const ingest = `/api/ingest/team/main/runs/${run.id}/metrics`;
  const writers = Array.from({ length: WRITERS }, (_, at) => new Writer(`writer-${at}`, ingest, token));
  const acknowledged = () => writers.reduce((sum, writer) => sum + writer.acknowledged, 0);
  let isOver = false;
  const files = uploadUntil(() => isOver, `/api/artifacts/team/main/run/${run.id}`, token);
  const writing = Promise.all(writers.map((writer) => writer.run()));
  for (let round = 1; round <= ROUNDS; round += 1) {
    const goal = acknowledged() + POINTS_PER_ROUND;
    await waitFor(() => acknowledged() >= goal, { timeoutMs: 30_000 });
    await killHard(server);
    server = await startServer();
  }
  isOver = true;
  for (const writer of writers) writer.stop();
  const [, uploaded] = await Promise.all([writing, files]);

  const keys = writers.map((writer) => writer.key);
  const series = await api.metric.series.query({
    workspace: "team",
    project: "main",
    runIds: [run.id],
    keys,
    maxPoints: 4_000,
  });
  const whole = await readWhole(run.id, keys, token);
  const counts = writers.map((writer) => {
    const points = whole.get(writer.key) ?? [];
    const seen = new Set(points.map((point) => point.step));
    const lost = Array.from({ length: writer.acknowledged }, (_, step) => step).filter(
      (step) => !seen.has(step),
    ).length;
    expect(points.every((point) => point.value === point.step * 2)).toBe(true);
    return { readable: points.length, lost, duplicated: points.length - seen.size };
  });
  const sum = (name: "readable" | "lost" | "duplicated") => counts.reduce((total, count) => total + count[name], 0);
  const [readable, lost, duplicated] = [sum("readable"), sum("lost"), sum("duplicated")];
  console.log(
    `rounds ${ROUNDS}, acknowledged ${acknowledged()}, readable ${readable}, lost ${lost}, duplicated ${duplicated}`,
  );
  expect({ lost, duplicated }).toEqual({ lost: 0, duplicated: 0 });
  // A batch in flight at a kill may be stored without its answer having come; the writer sends it again.
  expect(readable).toBe(acknowledged());
  expect(series.reduce((total, one) => total + one.pointCount, 0)).toBe(readable);

  expect(uploaded.size).toBeGreaterThan(ROUNDS);
  for (const [name, digest] of uploaded) {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${address()}/api/artifacts/team/main/run/${run.id}/${name}`, { headers });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([name, createHash("sha256").update(bytes).digest("hex")]).toEqual([name, digest]);
  }
});

/** All points of some keys, by the window of steps that comes raw. */
async function readWhole(
  runId: string,
  keys: string[],
  token: string,
): Promise<Map<string, { step: number; value: number }[]>> {
  const { api } = new Assay({ url: address(), token });
  const found = new Map<string, { step: number; value: number }[]>(keys.map((key) => [key, []]));
  const WINDOW = 2_000;
  for (let from = 0; ; from += WINDOW) {
    const window = { fromStep: from, toStep: from + WINDOW - 0.5, maxPoints: 4_000 };
    const input = { workspace: "team", project: "main", runIds: [RunId.parse(runId)], keys, ...window };
    const series = await api.metric.series.query(input);
    if (series.length === 0) return found;
    for (const { key, steps, values, isRaw } of series) {
      expect(isRaw).toBe(true);
      found.get(key)?.push(...steps.map((step, at) => ({ step, value: values[at] ?? Number.NaN })));
    }
  }
}

it("an SDK that logs while the server is killed and comes back loses nothing and throws nothing", async () => {
  let server = await startServer();
  const failures: Error[] = [];
  const token = await readTrackingToken(dataDir);
  const assay = new Assay({ url: address(), token, onError: (error) => failures.push(error) });
  const run = await assay.createRun({ source: {} });
  const steps = 3_000;
  for (let step = 0; step < steps; step += 1) {
    run.log({ loss: 1 / (step + 1), acc: step }, { step });
    if (step === 1_000) {
      await waitFor(async () => (await assay.runs.series([run.id], ["loss"])).length > 0);
      await killHard(server);
    }
    if (step === 2_000) server = await startServer();
  }
  // What else a training script does while the server is away waits for it too.
  await killHard(server);
  const params = run.logParams({ lr: 0.1 });
  const file = run.logArtifact("notes.txt", "still here");
  await startServer();
  await Promise.all([params, file]);
  expect((await run.finish()).status).toBe("finished");
  const series = await assay.runs.series([run.id], ["loss", "acc"], 4_000);
  expect(series.map((one) => [one.pointCount, one.steps.at(-1)])).toEqual([
    [steps, steps - 1],
    [steps, steps - 1],
  ]);
  expect(await assay.runs.get(run.id)).toMatchObject({ params: { lr: "0.1" }, status: "finished" });
  expect(failures).toEqual([]);
});

it("starts again after a kill without a new set-up, with the same token and the same data", async () => {
  const first = await startServer();
  const token = await readTrackingToken(dataDir);
  const assay = new Assay({ url: address(), token });
  const { id } = await assay.createRun({ source: {} });
  await killHard(first);
  await startServer();
  expect(await readTrackingToken(dataDir)).toBe(token);
  expect((await assay.runs.get(id)).id).toBe(id);
});

it("stops cleanly when asked to: requests under way are answered", async () => {
  const server = await startServer();
  const assay = new Assay({ url: address(), token: await readTrackingToken(dataDir) });
  const run = await assay.createRun({ source: {} });
  run.log({ loss: 1 });
  expect(await run.flush()).toBe(true);
  server.process.kill("SIGTERM");
  expect(await server.exited).toEqual({ code: 0, signal: null });
});
