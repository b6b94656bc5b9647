import path from "node:path";
import { createArgon2Hasher } from "@assay/auth";
import { openDiskBlobStore } from "@assay/blobs";
import type { Actor } from "@assay/contract";
import { type Db, openDb, PgMetricStore } from "@assay/db";
import { createJobQueue, openBoss } from "@assay/jobs";
import {
  AccessCache,
  createRateLimits,
  type Logger,
  randomIds,
  type ServiceContext,
  systemClock,
} from "@assay/services";
import { createServerCounters, type ServerCounters } from "../metrics/server-counters.ts";

export interface HouseOptions {
  databaseUrl: string;
  dataDir: string;
  rateLimits: { requestsPerSecond: number; pointsPerSecond: number };
  log: Logger;
}

/** Everything the server's requests share. */
export interface House {
  readonly db: Db;
  readonly counters: ServerCounters;
  /** A context for the process itself. */
  contextFor(actor: Actor): ServiceContext;
  /** A context for one request, of nobody yet: access is asked for once and holds for the whole request. */
  requestContext(signal?: AbortSignal): ServiceContext;
  close(): Promise<void>;
}

/** Opens database, queues, blobs and metric store, and puts them together. */
export async function openHouse({ databaseUrl, dataDir, rateLimits, log }: HouseOptions): Promise<House> {
  const onError = (error: unknown): void => log.error({ err: error }, "background error");
  const db = openDb({ url: databaseUrl, max: 20, onError });
  const boss = await openBoss({ url: databaseUrl, role: "server", onError });
  const jobs = createJobQueue(boss);
  const blobs = await openDiskBlobStore(path.join(dataDir, "blobs"));
  const metrics = new PgMetricStore(db, {
    wakeCompactor: (tx) => jobs.enqueue(tx, "metrics.compact", {}),
    onError,
  });
  const passwords = await createArgon2Hasher();
  const access = new AccessCache(db);
  const lasting = access.perQuestion();
  const rates = createRateLimits({ ...rateLimits, clock: systemClock });
  const shared = { rates, db, metrics, blobs, jobs, passwords, clock: systemClock, ids: randomIds, log };
  const forever = new AbortController().signal;
  return {
    db,
    counters: createServerCounters(),
    contextFor: (actor) => ({ ...shared, access: lasting, actor, signal: forever, requestId: randomIds.uuid() }),
    requestContext: (signal = forever) => ({
      ...shared,
      access: access.perRequest(),
      actor: { kind: "anonymous" },
      signal,
      requestId: randomIds.uuid(),
    }),
    async close() {
      await metrics.idle();
      await boss.stop({ graceful: false });
      await db.close();
    },
  };
}
