import path from "node:path";
import { createArgon2Hasher } from "@assay/auth";
import { openBlobStore, type S3Settings } from "@assay/blobs";
import type { ProcessStatus } from "@assay/contract";
import { type Db, keepPresence, LivePulse, openDb, PgMetricStore, SearchNames } from "@assay/db";
import { createJobQueue, openBoss } from "@assay/jobs";
import { createOutbound, type Outbound } from "@assay/outbound";
import type { Monitor } from "@assay/prometheus";
import { AccessCache, createRateLimits, createWriteGroups, type Logger, randomIds, systemClock } from "@assay/services";
import manifest from "../../package.json" with { type: "json" };
import { createServerCounters, type ServerCounters } from "../metrics/server-counters.ts";
import { createServerMonitor } from "../metrics/server-monitor.ts";
import { type Contexts, createContexts } from "./contexts.ts";

export interface HouseOptions {
  databaseUrl: string;
  dataDir: string;
  s3?: S3Settings | undefined;
  rateLimits: { requestsPerSecond: number; pointsPerSecond: number };
  /** Appends are refused while more bytes wait to be compacted. */
  hotLimitBytes?: number | undefined;
  outbound?: Outbound | undefined;
  log: Logger;
}

/** Everything the server's requests share. */
export interface House extends Contexts {
  readonly db: Db;
  readonly counters: ServerCounters;
  readonly monitor: Monitor;
  /** Tells this process from others on the same database, which see by it whether it lives. */
  readonly processKey: bigint;
  /** Whether clients may exchange files with the bucket themselves. */
  readonly hasDirectTransfer: boolean;
  close(): Promise<void>;
}

/** Opens database, queues, blobs and metric store, and puts them together. */
export async function openHouse({
  databaseUrl,
  dataDir,
  s3,
  rateLimits,
  hotLimitBytes,
  outbound = createOutbound(),
  log,
}: HouseOptions): Promise<House> {
  const onError = (error: unknown): void => log.error({ err: error }, "background error");
  const blobs = await openBlobStore({ folder: path.join(dataDir, "blobs"), s3, onError });
  const db = openDb({ url: databaseUrl, max: 20, onError });
  const processKey = BigInt.asIntN(64, BigInt(`0x${randomIds.uuid().slice(-16)}`));
  const endPresence = await keepPresence(db, processKey, onError);
  const boss = await openBoss({ url: databaseUrl, role: "server", onError });
  const jobs = createJobQueue(boss);
  const counters = createServerCounters();
  const readStatus = async () => ({ metrics: await metrics.status(), queues: await jobs.status() });
  const monitor = createServerMonitor(counters, readStatus);
  const metrics = new PgMetricStore(db, {
    wakeCompactor: (tx) => jobs.enqueue(tx, "metrics.compact", {}),
    onError,
    hotLimitBytes,
    observer: monitor,
  });
  const passwords = await createArgon2Hasher();
  const access = new AccessCache(db);
  const rates = createRateLimits({ ...rateLimits, clock: systemClock });
  const groups = createWriteGroups();
  const live = new LivePulse(db, onError);
  const shared = {
    rates,
    db,
    metrics,
    names: new SearchNames(db),
    groups,
    live,
    blobs,
    jobs,
    outbound,
    passwords,
    clock: systemClock,
    ids: randomIds,
    log,
    process: processOf(counters),
  };
  return {
    db,
    counters,
    monitor,
    processKey,
    hasDirectTransfer: blobs.direct !== null,
    ...createContexts(shared, access),
    async close() {
      await groups.idle();
      await live.idle();
      await metrics.idle();
      await boss.stop({ graceful: false });
      await endPresence();
      await db.close();
    },
  };
}

function processOf(counters: ServerCounters): () => ProcessStatus {
  const startedAtMs = systemClock.now().getTime();
  return () => ({
    startedAtMs,
    version: manifest.version,
    nodeVersion: process.versions.node,
    rejected: [...counters.rejectedIngest.values].map(([reason, count]) => ({ reason, count })),
  });
}
