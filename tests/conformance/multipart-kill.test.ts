import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { Assay } from "@assay/sdk";
import pg from "pg";
import { afterEach, beforeEach, expect } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/postgres.ts";
import { PYTHON } from "../support/python.ts";
import { type S3Server, startS3Server } from "../support/s3-server.ts";
import {
  findFreePort,
  killHard,
  killServices,
  readTrackingToken,
  startServerProcess,
} from "../support/service-process.ts";
import { TcpProxy } from "../support/tcp-proxy.ts";
import { MultipartClient, PART_BYTES } from "./multipart-client.ts";
import { itWithPython } from "./python-client.ts";

const NAME = "large.bin";

interface Stage {
  database: TestDatabase;
  dataDir: string;
  bucket: S3Server;
  /** Between the server and the bucket; clients go around it. */
  between: TcpProxy;
  sql: pg.Pool;
  startServer: () => ReturnType<typeof startServerProcess>;
  fetch: (target: string, init?: RequestInit) => Promise<Response>;
}

let stage: Stage | undefined;

beforeEach(async () => {
  if (PYTHON === "") return;
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), "assay-multipart-"));
  const bucket = await startS3Server(PYTHON);
  await bucket.newBucket("files");
  const between = await TcpProxy.start(Number(new URL(bucket.url).port));
  const port = await findFreePort();
  const env = {
    ASSAY_S3_BUCKET: "files",
    ASSAY_S3_ENDPOINT: `http://127.0.0.1:${between.port}`,
    ASSAY_S3_CLIENT_ENDPOINT: bucket.url,
    ASSAY_S3_ACCESS_KEY_ID: "test-key",
    ASSAY_S3_SECRET_ACCESS_KEY: "test-secret",
  };
  stage = {
    database,
    dataDir,
    bucket,
    between,
    sql: new pg.Pool({ connectionString: database.url, max: 2 }),
    startServer: () => startServerProcess({ databaseUrl: database.url, dataDir, port }, env),
    fetch: async (target, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set("authorization", `Bearer ${await readTrackingToken(dataDir)}`);
      return fetch(`http://127.0.0.1:${port}${target}`, { ...init, headers });
    },
  };
});

afterEach(async () => {
  await killServices();
  await stage?.sql.end();
  await stage?.between.stop();
  await stage?.bucket.stop();
  await stage?.database.drop();
  if (stage !== undefined) await rm(stage.dataDir, { recursive: true, force: true });
  stage = undefined;
});

function onStage(): Stage {
  if (stage === undefined) throw new Error("there is no stage");
  return stage;
}

async function newRun({ fetch, dataDir }: Stage): Promise<string> {
  const { url } = await fetch("/health");
  const assay = new Assay({ url: new URL(url).origin, token: await readTrackingToken(dataDir) });
  const { id } = await assay.createRun({ source: {} });
  return `team/main/runs/${id}/artifacts`;
}

const files = async ({ sql }: Stage): Promise<number> => (await sql.query("SELECT 1 FROM artifact")).rows.length;

/** Node's own types name its web streams apart from the global ones, though they are the same objects. */
const toWebStream = (chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> =>
  Readable.toWeb(Readable.from(chunks)) as ReadableStream<Uint8Array>;

/** Calls back in the middle of the first long answer of the bucket, and breaks the connection there. */
function breakWhenRead(between: TcpProxy, then: () => void): void {
  let seen = 0;
  between.dropsAnswer = (piece) => {
    seen += piece.byteLength;
    if (seen < PART_BYTES) return false;
    between.dropsAnswer = () => false;
    then();
    return true;
  };
}

itWithPython(
  "a server that is killed while it reads an upload back leaves no file, and the next one finishes it",
  async () => {
    const all = onStage();
    const server = await all.startServer();
    const client = new MultipartClient(all);
    const folder = await newRun(all);
    const content = randomBytes(3 * PART_BYTES);
    const upload = await client.begin(folder, NAME, 3);
    const parts = await client.send(upload, content);
    breakWhenRead(all.between, () => server.process.kill("SIGKILL"));
    await expect(client.complete(folder, NAME, upload, parts)).rejects.toThrow();
    await killHard(server);
    expect(await files(all)).toBe(0);
    await all.startServer();
    expect((await client.get(folder, NAME)).status).toBe(404);
    // Who was killed cannot say so: others wait until its claim runs out.
    await all.sql.query("UPDATE artifact_upload SET claimed_until = now() + interval '2 seconds'");
    expect((await client.complete(folder, NAME, upload, parts)).status).toBe(200);
    expect(Buffer.from(await (await client.get(folder, NAME)).arrayBuffer()).equals(content)).toBe(true);
    expect(await files(all)).toBe(1);
  },
);

itWithPython("a bucket that hangs up while an upload is read back costs the client another try", async () => {
  const all = onStage();
  await all.startServer();
  const client = new MultipartClient(all);
  const folder = await newRun(all);
  const content = randomBytes(3 * PART_BYTES);
  const upload = await client.begin(folder, NAME, 3);
  const parts = await client.send(upload, content);
  breakWhenRead(all.between, () => undefined);
  expect((await client.complete(folder, NAME, upload, parts)).status).toBe(503);
  expect(await files(all)).toBe(0);
  expect((await client.complete(folder, NAME, upload, parts)).status).toBe(200);
  expect(Buffer.from(await (await client.get(folder, NAME)).arrayBuffer()).equals(content)).toBe(true);
});

itWithPython(
  "a file on its way in when the server is killed is no file, and comes in whole the next time",
  async () => {
    const all = onStage();
    const server = await all.startServer();
    const folder = await newRun(all);
    const content = randomBytes(40 * 1024 ** 2);
    const target = `/api/2.0/mlflow-artifacts/artifacts/${folder}/${NAME}`;
    async function* slowly(): AsyncGenerator<Uint8Array> {
      yield content.subarray(0, 36 * 1024 ** 2);
      await killHard(server);
    }
    const init = { method: "PUT", body: toWebStream(slowly()), duplex: "half" };
    await expect(all.fetch(target, init)).rejects.toThrow();
    await all.startServer();
    expect(await files(all)).toBe(0);
    expect((await all.fetch(target, { method: "PUT", body: content })).status).toBe(200);
    const answer = await all.fetch(target);
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
  },
);

itWithPython("a server and a bucket that do not fit do not start, and say why in a sentence", async () => {
  const all = onStage();
  const start = (env: Record<string, string>) =>
    startServerProcess({ databaseUrl: all.database.url, dataDir: all.dataDir, port: 0 }, env);
  const bucket = { ASSAY_S3_BUCKET: "files", ASSAY_S3_ENDPOINT: all.bucket.url };
  const keys = { ASSAY_S3_ACCESS_KEY_ID: "k", ASSAY_S3_SECRET_ACCESS_KEY: "s" };
  await expect(start({ ...bucket, ...keys, ASSAY_S3_BUCKET: "nowhere" })).rejects.toThrow(
    /The bucket nowhere \(ASSAY_S3_BUCKET\) at http:\S+ cannot be used: it does not exist/,
  );
  await expect(start({ ...bucket, ...keys, ASSAY_S3_ENDPOINT: "http://127.0.0.1:9" })).rejects.toThrow(
    /cannot be used: no answer/,
  );
  await expect(start({ ...bucket, ASSAY_S3_ACCESS_KEY_ID: "k" })).rejects.toThrow(
    "The environment variable ASSAY_S3_SECRET_ACCESS_KEY is wrong: it goes with the id, or neither",
  );
});
