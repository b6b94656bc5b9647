import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openTarget } from "../support/open-target.ts";
import { expectExact, printTally, tallyPoints } from "../support/point-tally.ts";
import { createTestDatabase, type TestDatabase } from "../support/postgres.ts";
import { findFreePort, killServices, startServerProcess, startWorkerProcess } from "../support/service-process.ts";
import { TcpProxy } from "../support/tcp-proxy.ts";
import { waitFor } from "../support/wait-for.ts";
import { WriterFleet } from "../support/writer-fleet.ts";

const DROPPED = 300;
let database: TestDatabase;
let dataDir: string;
let proxy: TcpProxy;

beforeEach(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(path.join(tmpdir(), "assay-lossy-"));
  const port = await findFreePort();
  proxy = await TcpProxy.start(port);
  const options = { databaseUrl: database.url, dataDir };
  await startServerProcess({ ...options, port, publicUrl: `http://127.0.0.1:${proxy.port}` });
  await startWorkerProcess(options);
});

afterEach(async () => {
  await proxy.stop();
  await killServices();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

it("keeps points once that are sent again because the answer was lost on the way", async () => {
  const target = await openTarget(`http://127.0.0.1:${proxy.port}`, dataDir);
  let dropped = 0;
  proxy.dropsAnswer = () => {
    const isDropped = Math.random() < 0.3;
    if (isDropped) dropped += 1;
    return isDropped;
  };
  const fleet = new WriterFleet(target);
  await waitFor(() => dropped >= DROPPED, { timeoutMs: 60_000 });
  await fleet.stop();
  proxy.dropsAnswer = () => false;
  const tally = await tallyPoints(target, fleet.writers);
  printTally(`${dropped} answers lost`, 1, tally);
  expectExact(tally);
  // Nothing but lost answers went wrong.
  expect([...fleet.refusals.keys()]).toEqual([0]);
});
