import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { migrate } from "@assay/db/migrate";
import { createRuns } from "./post-json.ts";
import type { Target } from "./target.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const READY_WITHIN_MS = 60_000;

interface Ready {
  kind: "ready";
  url: string;
  tracking: { token: string };
}

/** Starts our server, and its worker, on a database of their own, as the launcher does. */
export async function startAssay(databaseUrl: string, dataDir: string, runs: number): Promise<Target> {
  await migrate({ url: databaseUrl, migrationsDir: path.join(ROOT, "prisma/migrations") });
  const env = {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    ASSAY_DATA_DIR: dataDir,
    ASSAY_API_ONLY: "true",
    PORT: "0",
    LOG_LEVEL: "warn",
  };
  const server = fork(path.join(ROOT, "apps/server/src/main.ts"), { env });
  const ready = await readyMessage(server);
  const worker = fork(path.join(ROOT, "apps/worker/src/main.ts"), { env });
  await readyMessage(worker);
  const headers = { authorization: `Bearer ${ready.tracking.token}`, "content-type": "application/json" };
  return {
    name: "assay",
    version: "0.1.0",
    url: ready.url,
    headers,
    runIds: await createRuns(ready.url, headers, runs),
    stop: async () => {
      await Promise.all([stopChild(worker), stopChild(server)]);
    },
  };
}

function readyMessage(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the server was not ready in time")), READY_WITHIN_MS);
    child.once("message", (message: Ready | { kind: "failed"; message: string }) => {
      clearTimeout(timer);
      if (message.kind === "ready") resolve(message);
      else reject(new Error(message.message));
    });
    child.once("exit", () => reject(new Error("the server ended before it was ready")));
  });
}

export function stopChild(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
