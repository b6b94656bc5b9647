import type { QueueStatus } from "@assay/contract";
import type { PgBoss } from "pg-boss";
import { deadLetterOf, JOB_NAMES, JOBS, type JobName, type JobPayload } from "./catalogue.ts";

/** Runs SQL in the caller's transaction. */
export interface TransactionExecutor {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

export interface JobQueue {
  /**
   * Sends a job in the caller's transaction: no commit, no job. One that folds into a waiting job is a success. It
   * starts after the queue's own delay, or after the given one.
   */
  enqueue<Name extends JobName>(
    tx: TransactionExecutor,
    name: Name,
    payload: JobPayload<Name>,
    delaySeconds?: number,
  ): Promise<void>;
  /** The same for several jobs of one queue. */
  enqueueAll<Name extends JobName>(
    tx: TransactionExecutor,
    name: Name,
    payloads: readonly JobPayload<Name>[],
  ): Promise<void>;
  /** How many jobs each queue has: dead ones exactly up to a thousand, the others as of some seconds ago. */
  status(): Promise<QueueStatus[]>;
  /** Gives a queue's dead jobs back to it, in the caller's transaction; answers how many. */
  retryDead(tx: TransactionExecutor, name: JobName): Promise<number>;
}

/** Of one queue, in one call. */
const MOST_RETRIED = 1_000;

/** The queue the product uses. */
export function createJobQueue(boss: PgBoss): JobQueue {
  return {
    async enqueue(tx, name, payload, delaySeconds) {
      await boss.send(name, payload, { ...optionsOf(name, payload, delaySeconds), db: asBossDb(tx) });
    },
    async enqueueAll(tx, name, payloads) {
      if (payloads.length === 0) return;
      const jobs = payloads.map((payload) => ({ ...optionsOf(name, payload), data: payload }));
      await boss.insert(name, jobs, { db: asBossDb(tx) });
    },
    status: () => Promise.all(JOB_NAMES.map((name) => statusOf(boss, name))),
    retryDead: (tx, name) => boss.redrive(deadLetterOf(name), { limit: MOST_RETRIED, db: asBossDb(tx) }),
  };
}

/** How a job folds, waits and is grouped, as the catalogue says. */
function optionsOf<Name extends JobName>(name: Name, payload: JobPayload<Name>, delaySeconds?: number) {
  const { key, startAfterSeconds, sideBySide } = JOBS[name];
  return {
    singletonKey: key(payload),
    startAfter: delaySeconds ?? startAfterSeconds,
    ...(sideBySide === undefined ? {} : { group: { id: sideBySide.groupOf(payload) } }),
  };
}

async function statusOf(boss: PgBoss, name: JobName): Promise<QueueStatus> {
  const [[own], dead] = await Promise.all([
    boss.getQueueStats(name),
    boss.previewRedrive(deadLetterOf(name), { limit: MOST_RETRIED }),
  ]);
  return { name, waiting: own?.queuedCount ?? 0, active: own?.activeCount ?? 0, dead: dead.total };
}

/** pg-boss types its rows loosely; it only reads those that its own SQL returns. */
function asBossDb(tx: TransactionExecutor): {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: object[] }>;
} {
  return {
    async executeSql(text, values) {
      const { rows } = await tx.executeSql(text, values);
      return { rows: rows.filter((row) => typeof row === "object" && row !== null) };
    },
  };
}
