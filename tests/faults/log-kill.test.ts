import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
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

const ROUNDS = 5;
const WRITERS = 4;
const LINES_PER_ROUND = 400;

let database: TestDatabase;
let dataDir: string;
let port: number;

beforeEach(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(path.join(tmpdir(), "assay-log-kill-"));
  port = await findFreePort();
});

afterEach(async () => {
  await killServices();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const startServer = () => startServerProcess({ databaseUrl: database.url, dataDir, port });
const address = () => `http://127.0.0.1:${port}`;

it("keeps every line once and in order when the server is killed under writers whose batches it merges", async () => {
  let server = await startServer();
  const token = await readTrackingToken(dataDir);
  const run = await new Assay({ url: address(), token }).createRun({ source: {} });
  const target = `${address()}/api/ingest/team/main/runs/${run.id}/logs`;
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const acknowledged = new Map<string, number>();
  let isOver = false;

  const write = async (writer: string): Promise<void> => {
    for (let next = 0; !isOver; acknowledged.set(writer, next)) {
      // Longer and longer, so that some fill a chunk and some are merged.
      const lines = Array.from({ length: 1 + (next % 7) }, (_, at) => ({
        timeMs: next + at,
        text: `${writer} ${next + at} ${"x".repeat((next % 50) * 100)}`,
      }));
      const body = JSON.stringify({ writer, firstLine: next, lines });
      const isStored = async () => (await fetch(target, { method: "POST", headers, body })).status === 200;
      await waitFor(isStored, { timeoutMs: 60_000 });
      next += lines.length;
    }
  };
  const total = () => [...acknowledged.values()].reduce((sum, count) => sum + count, 0);
  const writing = Promise.all(Array.from({ length: WRITERS }, (_, at) => write(`w${at}`)));
  for (let round = 1; round <= ROUNDS; round += 1) {
    const goal = total() + LINES_PER_ROUND;
    await waitFor(() => total() >= goal, { timeoutMs: 60_000 });
    await killHard(server);
    server = await startServer();
  }
  isOver = true;
  await writing;

  const text = await (await fetch(`${target}.txt`, { headers })).text();
  const stored = text.trimEnd().split("\n");
  expect(stored).toHaveLength(total());
  for (const [writer, count] of acknowledged) {
    const numbers = stored.filter((line) => line.startsWith(`${writer} `)).map((line) => Number(line.split(" ")[1]));
    expect(numbers).toEqual(Array.from({ length: count }, (_, number) => number));
  }
});

it("an SDK that prints while the server is killed and comes back loses no line", async () => {
  const server = await startServer();
  const failures: Error[] = [];
  const token = await readTrackingToken(dataDir);
  const assay = new Assay({ url: address(), token, onError: (error) => failures.push(error) });
  const run = await assay.createRun({ source: {} });
  const lines = Array.from({ length: 300 }, (_, at) => `line ${at}`);
  for (const line of lines.slice(0, 100)) run.logLine(line);
  await run.flush();
  await killHard(server);
  for (const line of lines.slice(100)) run.logLine(line);
  expect(await run.flush({ timeoutMs: 300 })).toBe(false);
  await startServer();
  await run.finish();
  const target = `${address()}/api/ingest/team/main/runs/${run.id}/logs.txt`;
  const response = await fetch(target, { headers: { authorization: `Bearer ${token}` } });
  expect((await response.text()).trimEnd().split("\n")).toEqual(lines);
  expect(failures).toEqual([]);
});
