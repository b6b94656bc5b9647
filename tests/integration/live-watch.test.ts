import { connect, type Socket } from "node:net";
import { RunId } from "@assay/contract";
import { afterAll, beforeAll, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { LIVE_PATH, watchLive } from "../support/live-watcher.ts";
import { findFreePort, killServices, startServerProcess } from "../support/service-process.ts";
import { waitFor } from "../support/wait-for.ts";

const open = useHouse();
const SOURCE = { type: "script" };
let otherUrl = "";

beforeAll(async () => {
  const { databaseUrl, dataDir } = open();
  const port = await findFreePort();
  await startServerProcess({ databaseUrl, dataDir, port });
  otherUrl = `http://127.0.0.1:${port}`;
});

afterAll(killServices);

async function write(url: string, runId: string, step: number): Promise<void> {
  const answer = await fetch(`${url}/api/ingest/team/main/runs/${runId}/metrics`, {
    method: "POST",
    headers: { authorization: `Bearer ${open().token}`, "content-type": "application/json" },
    body: JSON.stringify({ keys: ["loss"], steps: [step], timesMs: [1_000], values: [[step]] }),
  });
  expect(answer.status).toBe(200);
}

async function lastStep(runId: string): Promise<number | undefined> {
  const answer = await open().fetch("/api/series/team/main", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ runIds: [runId], keys: ["loss"] }),
  });
  const [series] = await answer.json();
  return series?.steps.at(-1);
}

it("shows a watcher of one server what another server took, within a second of its commit", async () => {
  const run = await open().client().createRun({ source: SOURCE });
  const watcher = await watchLive(open().url, open().token);
  for (let step = 0; step < 5; step += 1) {
    const heard = watcher.events.length;
    await write(otherUrl, run.id, step);
    const committedAtMs = performance.now();
    await waitFor(() => watcher.events.slice(heard).some(({ kind, runId }) => kind === "metrics" && runId === run.id));
    expect(await lastStep(run.id)).toBe(step);
    expect(performance.now() - committedAtMs).toBeLessThan(1_000);
  }
  await watcher.leave();
});

/** A client that asks for the stream and never reads it. */
async function deafClient(): Promise<Socket> {
  const { hostname, port } = new URL(open().url);
  const socket = connect(Number(port), hostname);
  const head = [`GET ${LIVE_PATH} HTTP/1.1`, `host: ${hostname}:${port}`, `authorization: Bearer ${open().token}`];
  socket.write(`${[...head, "accept: text/event-stream"].join("\r\n")}\r\n\r\n`);
  await new Promise((resolve) => socket.once("data", resolve));
  socket.pause();
  return socket;
}

it("neither keeps everything for a client that does not read, nor lets it slow down those who log", async () => {
  const house = open();
  const run = await house.client().createRun({ source: SOURCE });
  const deaf = await deafClient();
  const watcher = await watchLive(house.url, house.token);
  const floods = 200_000;
  await house.sql(
    `select count(pg_notify('assay_live', json_build_object(
       'kind', 'metrics', 'projectId', (select project_id from run where id = $1), 'runId', md5(i::text))::text))
     from generate_series(1, $2::int) i`,
    [run.id, floods],
  );
  const startedAtMs = performance.now();
  await write(house.url, run.id, 1);
  await waitFor(() => watcher.events.some(({ kind, runId }) => kind === "gap" || runId === run.id));
  // Not a second, for the flood itself has to be read.
  expect(performance.now() - startedAtMs).toBeLessThan(5_000);
  const heard: string[] = [];
  deaf.on("data", (chunk: Buffer) => heard.push(chunk.toString("latin1")));
  deaf.resume();
  await waitFor(() => heard.join("").includes('"gap"'));
  // Not read as events: the transfer cuts them where it likes.
  expect(heard.join("").split("data: {").length).toBeLessThan(floods / 2);
  deaf.destroy();
  await watcher.leave();
});

it("tells watchers to look at everything again after the server lost its connection to the database", async () => {
  const house = open();
  const run = await house.client().createRun({ source: SOURCE });
  const watcher = await watchLive(house.url, house.token);
  let step = 0;
  // Again and again, for the flood of the test before may still be what it hears of.
  const hearsOfRun = async () => {
    await write(house.url, run.id, ++step);
    return watcher.events.some(({ runId }) => runId === RunId.parse(run.id));
  };
  await waitFor(hearsOfRun);
  watcher.events.splice(0);
  await house.sql(
    "select pg_terminate_backend(pid) from pg_stat_activity where query = 'LISTEN assay_live' and datname = current_database()",
  );
  await waitFor(() => watcher.events.some(({ kind }) => kind === "gap"));
  await waitFor(hearsOfRun);
  await watcher.leave();
  expect(house.log.takeErrors()).toHaveLength(1);
});
