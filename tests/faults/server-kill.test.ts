import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Assay } from "@assay/sdk";
import { afterEach, beforeEach, expect, it } from "vitest";
import { killRounds } from "../support/kill-rounds.ts";
import { openTarget } from "../support/open-target.ts";
import { expectExact, printTally, tallyPoints } from "../support/point-tally.ts";
import { createTestDatabase, type TestDatabase } from "../support/postgres.ts";
import {
  findFreePort,
  killHard,
  killServices,
  readTrackingToken,
  startServerProcess,
  startWorkerProcess,
} from "../support/service-process.ts";
import { waitFor } from "../support/wait-for.ts";
import { WriterFleet } from "../support/writer-fleet.ts";

const ROUNDS = 20;
const WRITERS = 8;
/** How many points more must be acknowledged before the next kill. */
const POINTS_PER_ROUND = 1_500;

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

/** Sends files one after the other, each until it is acknowledged, and keeps the digest of each. */
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
  await startWorkerProcess({ databaseUrl: database.url, dataDir });
  const target = await openTarget(address(), dataDir);
  const fleet = new WriterFleet(target, WRITERS);
  let isOver = false;
  const artifacts = `/api/artifacts/team/main/run/${target.runId}`;
  const files = uploadUntil(() => isOver, artifacts, target.token);
  const strike = async (): Promise<void> => {
    await killHard(server);
    server = await startServer();
  };
  await killRounds({ rounds: ROUNDS, pointsPerRound: POINTS_PER_ROUND, fleet, strike });
  isOver = true;
  const uploaded = await files;
  const tally = await tallyPoints(target, fleet.writers);
  printTally("server killed", ROUNDS, tally);
  expectExact(tally);

  expect(uploaded.size).toBeGreaterThan(ROUNDS);
  for (const [name, digest] of uploaded) {
    const headers = { authorization: `Bearer ${target.token}` };
    const response = await fetch(`${address()}${artifacts}/${name}`, { headers });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([name, createHash("sha256").update(bytes).digest("hex")]).toEqual([name, digest]);
  }
}, 300_000);

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
