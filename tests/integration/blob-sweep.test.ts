import { createHash } from "node:crypto";
import { access, utimes } from "node:fs/promises";
import path from "node:path";
import type { RunId } from "@assay/contract";
import { sweepBlobs } from "@assay/services";
import { expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { waitFor } from "../support/wait-for.ts";

const open = useHouse();
const SCOPE = { workspace: "team", project: "main" };
const HOUR_MS = 60 * 60 * 1_000;

/** The nightly job, so many hours from now. */
const sweepIn = (hours: number) =>
  sweepBlobs({ ctx: { ...open().context(), clock: { now: () => new Date(Date.now() + hours * HOUR_MS) } } });

const digest = (content: string) => createHash("sha256").update(content).digest("hex");

function fileOf(content: string): string {
  const sha256 = digest(content);
  return path.join(open().dataDir, "blobs", "sha256", sha256.slice(0, 2), sha256);
}

function isOnDisk(content: string): Promise<boolean> {
  return access(fileOf(content)).then(
    () => true,
    () => false,
  );
}

const put = (runId: RunId, name: string, body: string) =>
  open().fetch(`/api/artifacts/team/main/run/${runId}/${name}`, { method: "PUT", body });

const get = (runId: RunId, name: string) => open().fetch(`/api/artifacts/team/main/run/${runId}/${name}`);

async function runWith(files: Record<string, string>): Promise<RunId> {
  const run = await open().client().createRun({ source: {} });
  for (const [name, content] of Object.entries(files))
    expect((await put(run.id, name, content)).status).toBeLessThan(300);
  return run.id;
}

async function deleteRun(runId: RunId): Promise<void> {
  const caller = open().caller({ kind: "system", name: "test" });
  await caller.run.archive({ ...SCOPE, runIds: [runId] });
  await caller.run.delete({ ...SCOPE, runIds: [runId] });
}

it("gives a deleted run's files back a day after the first sweep that found nothing naming them", async () => {
  const runId = await runWith({ "own.txt": "mine alone", "shared.txt": "ours" });
  const other = await runWith({ "also.txt": "ours" });
  await deleteRun(runId);
  await sweepIn(0);
  await sweepIn(20);
  expect(await isOnDisk("mine alone")).toBe(true);
  await sweepIn(25);
  expect(await isOnDisk("mine alone")).toBe(false);
  expect(await (await get(other, "also.txt")).text()).toBe("ours");
});

it("keeps the files that a registered version names after they were deleted from its run", async () => {
  const house = open();
  const run = await house.client().createRun({ source: {} });
  await house.client().models.register("frozen", await run.logModel("net", { "net.bin": "frozen weights" }));
  await house.sql("delete from artifact where sha256 = decode($1, 'hex')", [digest("frozen weights")]);
  await sweepIn(0);
  await sweepIn(30);
  expect(await isOnDisk("frozen weights")).toBe(true);
});

it("keeps a file that is put again after a sweep found it unused", async () => {
  await deleteRun(await runWith({ "a.txt": "comes back" }));
  await sweepIn(0);
  const again = await runWith({ "b.txt": "comes back" });
  await sweepIn(30);
  expect(await (await get(again, "b.txt")).text()).toBe("comes back");
});

it("lets an upload that meets a sweep in the middle of its work wait, and keeps its file", async () => {
  const house = open();
  await deleteRun(await runWith({ "a.txt": "met half-way" }));
  await sweepIn(0);
  const run = await house.client().createRun({ source: {} });
  // What a sweep holds between taking a blob's row and committing.
  const sweep = await house.connect();
  await sweep.query("begin");
  await sweep.query("delete from blob where sha256 = decode($1, 'hex')", [digest("met half-way")]);
  const answer = put(run.id, "b.txt", "met half-way");
  await waitFor(async () => (await house.sql("select 1 from pg_locks where not granted")).length > 0);
  await sweep.query("commit");
  expect((await answer).status).toBeLessThan(300);
  await sweepIn(30);
  expect(await (await get(run.id, "b.txt")).text()).toBe("met half-way");
});

it("loses no file while uploads and sweeps of the same bytes go on at once", async () => {
  const contents = Array.from({ length: 8 }, (_, at) => `contended ${at}`);
  const first = await runWith(Object.fromEntries(contents.map((content, at) => [`${at}.txt`, content])));
  await deleteRun(first);
  await sweepIn(0);
  await open().sql("update blob set unused_since = unused_since - interval '2 days' where unused_since is not null");
  const longAgo = new Date(Date.now() - 48 * HOUR_MS);
  for (const content of contents) await utimes(fileOf(content), longAgo, longAgo);
  const run = await open().client().createRun({ source: {} });
  const uploads = contents.map((content, at) => put(run.id, `${at}.txt`, content));
  await Promise.all([sweepIn(0), ...uploads, sweepIn(0)]);
  await sweepIn(0);
  for (const [at, content] of contents.entries()) expect(await (await get(run.id, `${at}.txt`)).text()).toBe(content);
});

it("sweeps bytes whose upload was refused in the end", async () => {
  const { blobs } = open().context();
  await blobs.put(
    (async function* () {
      yield new TextEncoder().encode("never named");
    })(),
  );
  await sweepIn(0);
  await sweepIn(30);
  expect(await isOnDisk("never named")).toBe(false);
});
