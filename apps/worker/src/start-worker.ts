import path from "node:path";
import { openBlobStore, type S3Settings } from "@assay/blobs";
import { LivePulse, openDb, PgMetricStore, SearchNames } from "@assay/db";
import { createJobQueue, JOB_NAMES, JOBS, type JobName, openBoss } from "@assay/jobs";
import { createOutbound, type Outbound } from "@assay/outbound";
import { Monitor } from "@assay/prometheus";
import {
  AccessCache,
  createWriteGroups,
  type Logger,
  NO_RATE_LIMITS,
  type PasswordHasher,
  randomIds,
  type ServiceContext,
  systemClock,
} from "@assay/services";
import type { Job, JobResult, PgBoss } from "pg-boss";
import manifest from "../package.json" with { type: "json" };
import { type MonitoringOptions, openMonitoring } from "./monitoring.ts";
import { HANDLERS, type Handler } from "./registry.ts";

export interface WorkerOptions {
  databaseUrl: string;
  dataDir: string;
  /** The bucket that the server keeps files in, if it does. */
  s3?: S3Settings | undefined;
  /** Where figures for Prometheus are served; nowhere when left out. */
  monitoring?: MonitoringOptions | undefined;
  /** How webhooks are reached; https to public addresses when left out. */
  outbound?: Outbound | undefined;
  log: Logger;
}

export interface RunningWorker {
  /** Lets jobs under way finish, then ends. */
  close(): Promise<void>;
}

const DRAIN_MS = 20_000;
/** While batches come back full the next is fetched at once; a batch of one would wait for the next poll each time. */
const BATCH_SIZE = 10;

/** No job signs anybody in. */
const noPasswords: PasswordHasher = {
  hash: () => Promise.reject(new Error("the worker hashes no passwords")),
  verify: () => Promise.resolve(false),
};

/** Starts taking jobs of every queue in the catalogue. */
export async function startWorker({
  databaseUrl,
  dataDir,
  s3,
  monitoring,
  outbound = createOutbound(),
  log,
}: WorkerOptions): Promise<RunningWorker> {
  const onError = (error: unknown): void => log.error({ err: error }, "background error");
  const blobs = await openBlobStore({ folder: path.join(dataDir, "blobs"), s3, onError });
  const db = openDb({ url: databaseUrl, max: 10, onError });
  const boss = await openBoss({ url: databaseUrl, role: "worker", onError });
  const jobs = createJobQueue(boss);
  const monitor = new Monitor(async () => ({ metrics: await metrics.status(), queues: await jobs.status() }));
  const metrics = new PgMetricStore(db, {
    wakeCompactor: (tx) => jobs.enqueue(tx, "metrics.compact", {}),
    onError,
    observer: monitor,
  });
  const access = new AccessCache(db).perQuestion();
  const groups = createWriteGroups();
  const live = new LivePulse(db, onError);
  const shared = {
    access,
    rates: NO_RATE_LIMITS,
    db,
    metrics,
    names: new SearchNames(db),
    groups,
    live,
    blobs,
    jobs,
    outbound,
    passwords: noPasswords,
    clock: systemClock,
    ids: randomIds,
    log,
    process: processStatus(),
  };
  const contextFor = (job: Job<unknown>): ServiceContext => ({
    ...shared,
    actor: { kind: "system", name: job.name },
    requestId: job.id,
    signal: job.signal,
  });
  for (const name of JOB_NAMES) await work(boss, name, contextFor, log);
  await jobs.enqueue(db, "metrics.moveRows", {});
  const page = monitoring === undefined ? null : await openMonitoring(monitor, monitoring, log);
  return {
    async close() {
      await page?.close();
      await boss.stop({ graceful: true, timeout: DRAIN_MS });
      await groups.idle();
      await live.idle();
      await metrics.idle();
      await db.close();
    },
  };
}

function processStatus(): ServiceContext["process"] {
  const startedAtMs = systemClock.now().getTime();
  return () => ({ startedAtMs, version: manifest.version, nodeVersion: process.versions.node, rejected: [] });
}

async function work<Name extends JobName>(
  boss: PgBoss,
  name: Name,
  contextFor: (job: Job<unknown>) => ServiceContext,
  log: Logger,
): Promise<void> {
  const { batches, pollSeconds, sideBySide } = JOBS[name];
  const options = {
    pollingIntervalSeconds: pollSeconds,
    localConcurrency: batches,
    ...(sideBySide === undefined ? {} : { localGroupConcurrency: sideBySide.perGroup }),
    batchSize: BATCH_SIZE,
    burstWhenBatchFull: true,
    perJobResults: true,
  } as const;
  await boss.work<unknown, void, typeof options>(name, options, async (batch) => {
    if (sideBySide !== undefined) return Promise.all(batch.map((job) => handle(name, job, contextFor(job), log)));
    const results: JobResult[] = [];
    for (const job of batch) results.push(await handle(name, job, contextFor(job), log));
    return results;
  });
}

/** Does one job of a batch; its failure is its own and not its neighbours'. */
async function handle<Name extends JobName>(
  name: Name,
  job: Job<unknown>,
  ctx: ServiceContext,
  log: Logger,
): Promise<JobResult> {
  const { id } = job;
  const handler: Handler<Name> = HANDLERS[name];
  const payload = JOBS[name].payload.safeParse(job.data);
  if (!payload.success) {
    // Trying again cannot mend a payload: it goes where an operator sees it.
    log.error({ jobId: id, name }, "job with a wrong payload");
    return { id, status: "deadletter", output: { message: payload.error.message } };
  }
  try {
    await handler(ctx, payload.data);
    return { id, status: "completed" };
  } catch (error) {
    log.warn({ jobId: id, name, err: error }, "job failed; it is tried again");
    return { id, status: "failed", output: { message: error instanceof Error ? error.message : String(error) } };
  }
}
