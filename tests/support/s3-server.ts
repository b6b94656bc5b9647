import { spawn } from "node:child_process";
import { once } from "node:events";
import { stripVTControlCharacters } from "node:util";
import type { S3Settings } from "@assay/blobs";
import { findFreePort } from "./service-process.ts";
import { waitFor } from "./wait-for.ts";

const READY_WITHIN_MS = 60_000;
const LOG_CHARACTERS = 1_000_000;

export interface S3Server {
  url: string;
  /** What names a new bucket of this server. */
  newBucket(name: string): Promise<S3Settings>;
  /** What it has answered so far, a line each: `"GET /<bucket>/<key> HTTP/1.1" 200`. */
  log(): string;
  stop(): Promise<void>;
}

/** Starts a server that speaks S3's protocol (moto) on a port of its own, with nothing in it. */
export async function startS3Server(python: string): Promise<S3Server> {
  const port = await findFreePort();
  const args = ["-m", "moto.server", "-H", "127.0.0.1", "-p", String(port)];
  const server = spawn(python, args, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const collect = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-LOG_CHARACTERS);
  };
  server.stdout.on("data", collect);
  server.stderr.on("data", collect);
  const hasEnded = (): boolean => server.exitCode !== null || server.signalCode !== null;
  const stop = async (): Promise<void> => {
    if (hasEnded()) return;
    const exited = once(server, "exit");
    server.kill("SIGTERM");
    await exited;
  };
  const url = `http://127.0.0.1:${port}`;
  await waitFor(async () => hasEnded() || (await fetch(`${url}/moto-api/`)).ok, { timeoutMs: READY_WITHIN_MS });
  if (hasEnded()) throw new Error(`the S3 server did not come up:\n${output.slice(-2_000)}`);
  return {
    url,
    stop,
    log: () => stripVTControlCharacters(output),
    async newBucket(bucket) {
      const made = await fetch(`${url}/${bucket}`, { method: "PUT" });
      if (!made.ok) throw new Error(`the S3 server made no bucket: ${await made.text()}`);
      return {
        bucket,
        region: "us-east-1",
        endpoint: url,
        credentials: { accessKeyId: "test-key", secretAccessKey: "test-secret" },
        prefix: "assay/",
        forcePathStyle: true,
        clientEndpoint: undefined,
      };
    },
  };
}
