import { mkdir } from "node:fs/promises";
import type { RunId } from "@assay/contract";
import { type MetricStore, openDb, PgMetricStore } from "@assay/db";
import { startServer } from "@assay/server";
import { createRun, enterProject, type ProjectContext } from "@assay/services";
import type pg from "pg";
import { openPool } from "../postgres/open-pool.ts";
import { startApp, stopChild } from "../process/child.ts";
import { emptyMetrics } from "./empty-metrics.ts";
import { migrateOurs } from "./migrate-ours.ts";

/** Our server inside this process, so that its metric store and verbs can be called without HTTP. */
export interface OurHouse {
  url: string;
  token: string;
  ctx: ProjectContext;
  /** The store as the server uses it, jobs for the worker included. */
  metrics: MetricStore;
  /** The same without jobs, for loading what a suite reads afterwards. */
  loader: MetricStore;
  /** For statements of the bench itself. */
  pool: pg.Pool;
  newRuns(count: number, experiment?: string): Promise<RunId[]>;
  /** Does the work while a worker process takes the jobs. */
  withWorker<T>(work: () => Promise<T>): Promise<T>;
  empty(): Promise<void>;
  close(): Promise<void>;
}

const log = { info: () => undefined, warn: console.warn, error: console.error };

/** Opens the house on an empty database. */
export async function openHouse(databaseUrl: string, dataDir: string): Promise<OurHouse> {
  await migrateOurs(databaseUrl);
  await mkdir(dataDir, { recursive: true });
  const server = await startServer({ databaseUrl, dataDir, host: "127.0.0.1", port: 0, isApiOnly: true, log });
  const system = server.house.contextFor({ kind: "system", name: "bench" });
  const ctx = await enterProject({ ctx: system, input: { workspace: "team", project: "main" } });
  const db = openDb({ url: databaseUrl, max: 8, onError: console.error });
  const loader = new PgMetricStore(db, { wakeCompactor: async () => undefined, onError: console.error });
  const pool = openPool(databaseUrl, 2);
  return {
    url: server.url,
    token: server.tracking?.token ?? "",
    ctx,
    metrics: ctx.metrics,
    loader,
    pool,
    newRuns: (count, experiment = "Default") => newRuns(ctx, count, experiment),
    withWorker: async (work) => {
      const worker = await startApp("worker", databaseUrl, dataDir);
      return work().finally(() => stopChild(worker.child));
    },
    empty: () => emptyMetrics(pool),
    close: async () => {
      await loader.idle();
      await pool.end();
      await db.close();
      await server.close();
    },
  };
}

async function newRuns(ctx: ProjectContext, count: number, name: string): Promise<RunId[]> {
  const ids: RunId[] = [];
  const input = { experiment: { name }, params: {}, tags: {}, notes: "", source: {}, environment: {} };
  for (let at = 0; at < count; at += 1) ids.push((await createRun({ ctx, input })).id);
  return ids;
}
