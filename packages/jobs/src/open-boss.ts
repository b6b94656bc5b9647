import { PgBoss } from "pg-boss";
import { deadLetterOf, JOB_NAMES, JOBS } from "./catalogue.ts";

export interface BossOptions {
  url: string;
  /** Only a worker looks after the queues; a server just sends. */
  role: "server" | "worker";
  onError: (error: unknown) => void;
}

/** Starts pg-boss and makes sure every queue of the catalogue exists, its dead-letter queue first. */
export async function openBoss({ url, role, onError }: BossOptions): Promise<PgBoss> {
  const isWorker = role === "worker";
  const boss = new PgBoss({
    connectionString: url,
    application_name: `assay-jobs-${role}`,
    max: isWorker ? 6 : 2,
    supervise: isWorker,
    schedule: isWorker,
  });
  boss.on("error", onError);
  await boss.start();
  for (const name of JOB_NAMES) {
    const deadLetter = deadLetterOf(name);
    await ensureQueue(boss, deadLetter, {});
    await ensureQueue(boss, name, { ...JOBS[name].queue, deadLetter });
  }
  return boss;
}

async function ensureQueue(boss: PgBoss, name: string, options: object): Promise<void> {
  if ((await boss.getQueue(name)) === null) await boss.createQueue(name, options);
}
