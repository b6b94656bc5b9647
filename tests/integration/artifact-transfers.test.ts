import { readdir, readlink, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import path from "node:path";
import { expect, it, vi } from "vitest";
import { useHouse } from "../support/house.ts";

const open = useHouse();
const FILES = "/api/2.0/mlflow-artifacts/artifacts/team/main/runs";
const MIB = 1024 ** 2;

async function newRun(): Promise<string> {
  const headers = { "content-type": "application/json" };
  const init = { method: "POST", headers, body: JSON.stringify({ experiment_id: "0" }) };
  const answer: unknown = await (await open().fetch("/api/2.0/mlflow/runs/create", init)).json();
  return Object(answer).run.info.run_id;
}

/** Puts 64 MiB, more than sockets hold by themselves. */
async function putLarge(): Promise<string> {
  const target = `${FILES}/${await newRun()}/artifacts/large.bin`;
  expect((await open().fetch(target, { method: "PUT", body: Buffer.alloc(64 * MIB, target) })).status).toBe(200);
  return target;
}

/** Blobs that this process, of which the server is a part, has open. */
async function openBlobs(): Promise<string[]> {
  const links = (await readdir("/proc/self/fd")).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => ""));
  return (await Promise.all(links)).filter((link) => link.startsWith(path.join(open().dataDir, "blobs", "sha256")));
}

async function blobFile(): Promise<string> {
  const [newest] = await open().sql<{ hex: string }>(
    "SELECT encode(sha256, 'hex') AS hex FROM blob ORDER BY created_at DESC LIMIT 1",
  );
  const hex = newest?.hex ?? "";
  return path.join(open().dataDir, "blobs", "sha256", hex.slice(0, 2), hex);
}

it("closes a file whose reader goes away, and finds no fault in it", async () => {
  const target = await putLarge();
  const stop = new AbortController();
  const answer = await open().fetch(target, { signal: stop.signal });
  await answer.body?.getReader().read();
  expect(await openBlobs()).toHaveLength(1);
  stop.abort();
  await vi.waitFor(async () => expect(await openBlobs()).toEqual([]));
});

it("opens no file for who asks for the headers only", async () => {
  const target = await putLarge();
  for (const url of [
    target,
    target.replace(FILES, "/api/artifacts/team/main/run").replace("/artifacts/large", "/large"),
  ]) {
    const answer = await open().fetch(url, { method: "HEAD" });
    expect([answer.status, answer.headers.get("content-length")]).toEqual([200, String(64 * MIB)]);
    await vi.waitFor(async () => expect(await openBlobs()).toEqual([]));
  }
});

it("breaks off an answer whose file ends too early, and logs it", async () => {
  const target = await putLarge();
  const file = await blobFile();
  await rm(file);
  await writeFile(file, Buffer.alloc(MIB));
  const answer = await open().fetch(target);
  await expect(answer.arrayBuffer()).rejects.toThrow();
  const errors = await vi.waitFor(() => {
    const logged = open().log.takeErrors();
    expect(logged).not.toEqual([]);
    return logged;
  });
  expect(errors).toEqual([expect.objectContaining({ message: "a file could not be sent to its end" })]);
});

it("answers whoever sends a file to nowhere, over the connection that it came on", async () => {
  const target = `${FILES}/${"0".repeat(32)}/artifacts/large.bin`;
  const { hostname, port } = new URL(open().url);
  const status = await new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${open().token}`, "content-length": 2 * MIB };
    const outgoing = request({ hostname, port, path: target, method: "PUT", headers }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode));
    });
    outgoing.on("error", reject);
    outgoing.end(Buffer.alloc(2 * MIB));
  });
  expect(status).toBe(404);
});
