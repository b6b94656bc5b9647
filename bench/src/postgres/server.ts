import { execFile } from "node:child_process";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { startEmbeddedPostgres } from "@assay/db/embedded";
import type pg from "pg";
import { openPool } from "./open-pool.ts";

const run = promisify(execFile);

export interface Database {
  url: string;
  drop(): Promise<void>;
}

export interface PostgresServer {
  version: string;
  /** An empty database of this name; one that an earlier run left is replaced. */
  createDatabase(name: string): Promise<Database>;
  /** Brings to disk what was filled in, and what others left: what is measured next would wait for it at every commit. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** The PostgreSQL that everything is measured in: the one at `url`, or one of its own as the product ships it. */
export async function openPostgres(dataDir: string, url: string | undefined): Promise<PostgresServer> {
  const embedded = url === undefined ? await startEmbeddedPostgres({ dataDir: path.join(dataDir, "postgres") }) : null;
  const adminUrl = url ?? embedded?.url ?? "";
  const admin = openPool(adminUrl, 1);
  const { rows } = await admin.query<{ server_version: string }>("SHOW server_version");
  return {
    version: rows[0]?.server_version ?? "unknown",
    async createDatabase(name) {
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await admin.query(`CREATE DATABASE ${name}`);
      const made = Object.assign(new URL(adminUrl), { pathname: `/${name}` });
      return {
        url: made.href,
        drop: async () => {
          await untilLeft(admin, name);
          await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
        },
      };
    },
    async settle() {
      await admin.query("CHECKPOINT");
      await run("sync");
    },
    async stop() {
      await admin.end();
      await embedded?.stop();
    },
  };
}

const PATIENCE_MS = 5_000;

/** Closed connections take a moment to be gone; who stays longer is cut off. */
async function untilLeft(admin: pg.Pool, name: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const { rowCount } = await admin.query("SELECT 1 FROM pg_stat_activity WHERE datname = $1", [name]);
    if (rowCount === 0) return;
    await delay(20);
  }
}
