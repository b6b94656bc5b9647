import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { itWithPython, olderPythons } from "../conformance/python-client.ts";
import type { Child } from "../support/child.ts";
import { createTestDatabase, type TestDatabase } from "../support/postgres.ts";
import { runPython } from "../support/python.ts";
import {
  findFreePort,
  killHard,
  killServices,
  readTrackingToken,
  type ServerOptions,
  startServerProcess,
} from "../support/service-process.ts";
import { TcpProxy } from "../support/tcp-proxy.ts";

const SCRIPT = path.join(import.meta.dirname, "start_once.py");
let database: TestDatabase;
let options: ServerOptions;
let proxy: TcpProxy;
let server: Child;

beforeEach(async () => {
  database = await createTestDatabase();
  const port = await findFreePort();
  proxy = await TcpProxy.start(port);
  const dataDir = await mkdtemp(path.join(tmpdir(), "assay-retries-"));
  options = { databaseUrl: database.url, dataDir, port, publicUrl: `http://127.0.0.1:${proxy.port}` };
  server = await startServerProcess(options);
});

afterEach(async () => {
  await proxy.stop();
  await killServices();
  await database.drop();
  await rm(options.dataDir, { recursive: true, force: true });
});

/** Drops the first answers that tell of the new run, as often as `count` says, and does something besides. */
function dropAnswers(count: number, besides: () => void = () => undefined): () => number {
  let dropped = 0;
  proxy.dropsAnswer = (piece) => {
    const isDropped = dropped < count && piece.includes('"run_name":"once"');
    if (isDropped) {
      dropped += 1;
      besides();
    }
    return isDropped;
  };
  return () => dropped;
}

/** Runs the script with a real client; answers the id it printed. */
async function runScript(python?: string): Promise<string | undefined> {
  const token = await readTrackingToken(options.dataDir);
  const output = await runPython([SCRIPT], { url: `http://127.0.0.1:${proxy.port}`, token }, python).done;
  return /^[0-9a-f]{32}$/m.exec(output)?.[0];
}

async function runsMade(): Promise<{ id: string; status: string }[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query("SELECT replace(id::text, '-', '') AS id, status::text FROM run");
  await client.end();
  return rows;
}

describe.each(olderPythons)("the client of MLflow $version, which asks again", ({ python }) => {
  it("makes one run when the answer is lost again and again", async () => {
    const dropped = dropAnswers(2);
    const id = await runScript(python);
    expect(dropped()).toBe(2);
    expect(await runsMade()).toEqual([{ id, status: "finished" }]);
  });

  it("makes one run when the server is killed before its answer arrives", async () => {
    let restarted: Promise<Child> | undefined;
    const dropped = dropAnswers(1, () => {
      restarted = killHard(server).then(() => startServerProcess(options));
    });
    const id = await runScript(python);
    await restarted;
    expect(dropped()).toBe(1);
    expect(await runsMade()).toEqual([{ id, status: "finished" }]);
  });
});

itWithPython("makes one run, and the script fails, when the newest client does not ask again", async () => {
  const dropped = dropAnswers(1);
  await expect(runScript()).rejects.toThrow(
    /Connection aborted|Connection broken|RemoteDisconnected|Max retries exceeded/,
  );
  expect(dropped()).toBe(1);
  expect(await runsMade()).toEqual([{ id: expect.any(String), status: "running" }]);
});

it("gives each of two equal clients that a killed server left without a word a run of its own", async () => {
  const token = await readTrackingToken(options.dataDir);
  const body = JSON.stringify({ experiment_id: "0", start_time: 1_790_000_000_000, tags: [{ key: "k", value: "v" }] });
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const send = async (): Promise<string> => {
    const url = `http://127.0.0.1:${proxy.port}/api/2.0/mlflow/runs/create`;
    const answer: unknown = await (await fetch(url, { method: "POST", headers, body })).json();
    return Object(answer).run.info.run_id;
  };
  const made = await Promise.all([send(), send()]);
  await killHard(server);
  await startServerProcess(options);
  const again = [await send(), await send()];
  expect(again.sort()).toEqual(made.sort());
  expect(new Set(made).size).toBe(2);
  // Both are taken up, and their new answers arrived.
  expect(made).not.toContain(await send());
});
