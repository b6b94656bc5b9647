import { migrateOurs } from "../ours/migrate-ours.ts";
import { startApp, stopChild } from "../process/child.ts";
import { createRuns } from "./post-json.ts";
import type { Target } from "./target.ts";

export interface OurServer extends Target {
  /** Starts the worker, which compacts from then on. */
  startWorker(): Promise<void>;
}

/** Starts our server on an empty database. */
export async function startAssay(databaseUrl: string, dataDir: string, runs: number): Promise<OurServer> {
  await migrateOurs(databaseUrl);
  const server = await startApp("server", databaseUrl, dataDir);
  const children = [server.child];
  const { url, tracking } = server.ready;
  const headers = { authorization: `Bearer ${tracking.token}`, "content-type": "application/json" };
  return {
    name: "assay",
    url,
    pid: server.child.pid ?? 0,
    isPeer: false,
    headers,
    runIds: await createRuns(url, headers, runs),
    startWorker: async () => {
      children.push((await startApp("worker", databaseUrl, dataDir)).child);
    },
    stop: async () => {
      await Promise.all(children.map(stopChild));
    },
  };
}
