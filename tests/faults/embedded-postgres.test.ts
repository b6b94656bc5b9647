import { chmod, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DataDirectoryInUseError, type EmbeddedPostgres, startEmbeddedPostgres } from "@assay/db/embedded";
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Child, startNode } from "../support/child.ts";
import { waitFor } from "../support/wait-for.ts";

let dataDir: string;
let parent: string;
const launchers: Child[] = [];
const launchedServers: number[] = [];
const servers: EmbeddedPostgres[] = [];

beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), "assay fault "));
  await chmod(parent, 0o711);
  dataDir = path.join(parent, "data dir");
});

afterEach(async () => {
  for (const { process: child } of launchers.splice(0)) child.kill("SIGKILL");
  const orphans = launchedServers.splice(0).filter(isAlive);
  for (const pid of orphans) process.kill(pid, "SIGINT");
  await waitFor(() => !orphans.some(isAlive), { timeoutMs: 30_000 });
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  await rm(parent, { recursive: true, force: true });
});

async function startHere(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir });
  servers.push(server);
  return server;
}

async function startInChild(): Promise<{ launcher: Child; url: string; pid: number }> {
  const launcher = startNode({
    args: [path.join(import.meta.dirname, "../support/run-embedded-postgres.ts"), dataDir],
  });
  launchers.push(launcher);
  await waitFor(() => launcher.output().includes("\n"), { timeoutMs: 60_000 });
  const { url, pid }: { url: string; pid: number } = JSON.parse(launcher.output());
  launchedServers.push(pid);
  return { launcher, url, pid };
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const WRITE = "create table kept as select 42 as answer";
const READ = "select answer from kept";

it("replaces a server whose launcher was killed, with the data intact", async () => {
  const { launcher, url, pid } = await startInChild();
  await query(url, WRITE);
  launcher.process.kill("SIGKILL");
  await launcher.exited;
  expect(isAlive(pid)).toBe(true);
  const server = await startHere();
  expect(isAlive(pid)).toBe(false);
  expect(await query(server.url, READ)).toEqual([{ answer: 42 }]);
});

it("recovers after launcher and server were killed together", async () => {
  const { launcher, url, pid } = await startInChild();
  await query(url, WRITE);
  launcher.process.kill("SIGKILL");
  process.kill(pid, "SIGKILL");
  await launcher.exited;
  const server = await startHere();
  expect(await query(server.url, READ)).toEqual([{ answer: 42 }]);
});

it("is not blocked by a postmaster.pid whose number belongs to another program by now", async () => {
  const first = await startHere();
  await first.stop();
  const stale = [process.pid, path.join(first.location, "data"), 0, 5432, "", "127.0.0.1", ""].join("\n");
  await writeFile(path.join(first.location, "data", "postmaster.pid"), stale);
  const server = await startHere();
  expect(await query(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
});

it("neither shares nor stops the server of a launcher that lives", async () => {
  const { pid } = await startInChild();
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(DataDirectoryInUseError);
  expect(isAlive(pid)).toBe(true);
});

it("keeps its password to its owner and listens on the loopback address only", async () => {
  const server = await startHere();
  const { mode } = await stat(path.join(dataDir, "embedded-postgres.json"));
  expect(mode & 0o777).toBe(0o600);
  expect(await query(server.url, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  expect(await query(server.url, "show synchronous_commit")).toEqual([{ synchronous_commit: "on" }]);
  const wrong = Object.assign(new URL(server.url), { password: "guess" }).href;
  await expect(query(wrong, "select 1")).rejects.toThrow(/password authentication failed/);
});

it("keeps the data under a system directory when root's stand-in user cannot enter the data directory", async () => {
  await chmod(parent, 0o700);
  const systemDir = await mkdtemp(path.join(tmpdir(), "assay-system-"));
  await chmod(systemDir, 0o711);
  const server = await startEmbeddedPostgres({ dataDir, systemDir });
  servers.push(server);
  // An ordinary user is its own server's user, so its data stays where it was asked for.
  expect(server.location.startsWith(process.getuid?.() === 0 ? systemDir : dataDir)).toBe(true);
  await server.stop();
  const again = await startEmbeddedPostgres({ dataDir, systemDir });
  servers.push(again);
  expect(again.location).toBe(server.location);
  await again.stop();
  await rm(systemDir, { recursive: true, force: true });
});
