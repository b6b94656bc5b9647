export {
  deadLetterOf,
  isJobName,
  JOB_NAMES,
  JOBS,
  type JobDefinition,
  type JobName,
  type JobPayload,
  type JobPayloads,
} from "./catalogue.ts";
export { createJobQueue, type JobQueue, type TransactionExecutor } from "./job-queue.ts";
export { type BossOptions, openBoss } from "./open-boss.ts";
