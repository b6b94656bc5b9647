import { PgBoss } from "pg-boss";
import { deadLetterOf, JOB_NAMES, JOBS } from "./catalogue.ts";

export interface BossOptions {
  url: string;
  /** Only a worker looks after the queues; a server just sends. */
  role: "server" | "worker";
  onError: (error: unknown) => void;
}

/** How often a worker looks for jobs whose worker fell silent. */
const SUPERVISE_SECONDS = 10;

/** Starts pg-boss and makes sure every queue of the catalogue exists, its dead-letter queue first. */
export async function openBoss({ url, role, onError }: BossOptions): Promise<PgBoss> {
  const isWorker = role === "worker";
  const boss = new PgBoss({
    connectionString: url,
    application_name: `assay-jobs-${role}`,
    max: isWorker ? 6 : 2,
    supervise: isWorker,
    schedule: isWorker,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  });
  boss.on("error", onError);
  await boss.start();
  for (const name of JOB_NAMES) {
    const deadLetter = deadLetterOf(name);
    const { cron } = JOBS[name];
    const { policy, ...settings } = JOBS[name].queue;
    if ((await boss.getQueue(deadLetter)) === null) await boss.createQueue(deadLetter);
    // A queue that an earlier release made takes over this one's settings; its policy is for good.
    if ((await boss.getQueue(name)) !== null) await boss.updateQueue(name, settings);
    else await boss.createQueue(name, { policy, ...settings, deadLetter });
    if (isWorker && cron !== undefined) await boss.schedule(name, cron, {}, { singletonKey: "all" });
  }
  return boss;
}
