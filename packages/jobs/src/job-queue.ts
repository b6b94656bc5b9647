import type { PgBoss } from "pg-boss";
import { JOBS, type JobName, type JobPayload } from "./catalogue.ts";

/** Runs SQL in the caller's transaction. */
export interface TransactionExecutor {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

export interface JobQueue {
  /** Sends a job in the caller's transaction: no commit, no job. One that folds into a waiting job is a success. */
  enqueue<Name extends JobName>(tx: TransactionExecutor, name: Name, payload: JobPayload<Name>): Promise<void>;
}

/** The queue the product uses. */
export function createJobQueue(boss: PgBoss): JobQueue {
  return {
    async enqueue(tx, name, payload) {
      const { key, startAfterSeconds } = JOBS[name];
      await boss.send(name, payload, { db: asBossDb(tx), singletonKey: key(payload), startAfter: startAfterSeconds });
    },
  };
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
