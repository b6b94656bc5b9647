import { migrateOurs } from "../ours/migrate-ours.ts";
import { startApp, stopChild } from "../process/child.ts";
import { createRuns } from "./post-json.ts";
import type { Target } from "./target.ts";

/** Starts our server, and its worker, on an empty database. */
export async function startAssay(databaseUrl: string, dataDir: string, runs: number): Promise<Target> {
  await migrateOurs(databaseUrl);
  const server = await startApp("server", databaseUrl, dataDir);
  const worker = await startApp("worker", databaseUrl, dataDir);
  const { url, tracking } = server.ready;
  const headers = { authorization: `Bearer ${tracking.token}`, "content-type": "application/json" };
  return {
    name: "assay",
    url,
    isPeer: false,
    headers,
    runIds: await createRuns(url, headers, runs),
    stop: async () => {
      await Promise.all([stopChild(worker.child), stopChild(server.child)]);
    },
  };
}
