import { RunId, WebhookDeliveryId, WebhookId } from "@assay/contract";
import { z } from "zod";

/** How a queue treats its jobs. `short` keeps at most one waiting job per key: later ones fold into it. */
export interface QueuePolicy {
  policy: "standard" | "short";
  retryLimit: number;
  retryDelay: number;
  retryBackoff: boolean;
  expireInSeconds: number;
  /** A worker that is silent for so long is taken for dead and its jobs are given to another. At least 10. */
  heartbeatSeconds: number;
}

export interface JobDefinition<Payload> {
  payload: z.ZodType<Payload>;
  queue: QueuePolicy;
  /** Jobs with one key fold into one while they wait. */
  key: (payload: Payload) => string;
  /** Waits this long before it starts, so that a burst of causes makes one job. */
  startAfterSeconds: number;
  /** Also sent by the clock, in case that whoever should have sent it died. */
  cron?: string;
  /** Batches that a process works on at a time. */
  batches: number;
  /**
   * How often a process looks for each of them while there are no jobs: every look is a statement. pg-boss takes no less
   * than 0.5. Told by NOTIFY instead, it would have all commits that send a job wait for each other.
   */
  pollSeconds: number;
  /** For jobs that wait for others most of their time; those of another batch are done one after the other. */
  sideBySide?: SideBySide<Payload>;
}

/** Jobs of a batch are done at once. Those of one group are few at a time, so that a slow one holds up its own only. */
export interface SideBySide<Payload> {
  groupOf: (payload: Payload) => string;
  perGroup: number;
}

const EVERY_MINUTE = "* * * * *";

const EVERY_TEN_MINUTES = "*/10 * * * *";
const EVERY_HOUR = "41 * * * *";
const AT_NIGHT = "17 3 * * *";

const RunJob = z.strictObject({ runId: RunId });
type RunJob = z.infer<typeof RunJob>;

const perRun = {
  payload: RunJob,
  queue: {
    policy: "short",
    retryLimit: 10,
    retryDelay: 1,
    retryBackoff: true,
    expireInSeconds: 300,
    heartbeatSeconds: 10,
  },
  key: ({ runId }) => runId,
  startAfterSeconds: 0,
  batches: 2,
  pollSeconds: 1,
} satisfies JobDefinition<RunJob>;

const wholeHouse: JobDefinition<Record<string, never>> = {
  ...perRun,
  payload: z.strictObject({}),
  key: () => "all",
  batches: 1,
  pollSeconds: 2,
};

const WebhookJob = z.strictObject({
  deliveryId: WebhookDeliveryId,
  webhookId: WebhookId,
  /** How many attempts were made before this one. */
  attempt: z.number().int().min(0),
});
type WebhookJob = z.infer<typeof WebhookJob>;

/** Every job there is, with what it is told: ids only, for the rows they name hold the truth when it runs. */
export interface JobPayloads {
  /** Compacts points of all runs for as long as some are ready. */
  "metrics.compact": Record<string, never>;
  /** Moves points of installations from before frames into chunks; sent whenever a worker starts. */
  "metrics.moveRows": Record<string, never>;
  /** Compacts a run that has ended, for good. */
  "run.settle": RunJob;
  /** Writes anew the lineage edges that a run is responsible for. */
  "lineage.rebuild": RunJob;
  /** Clears away what deleted runs logged. */
  "runs.purge": Record<string, never>;
  /** Takes deleted projects away, run by run. */
  "projects.purge": Record<string, never>;
  /** Deletes the runs whose projects keep archived ones only for a while. */
  "retention.apply": Record<string, never>;
  /** Removes files that nothing has named for a day. */
  "blobs.sweep": Record<string, never>;
  /** Takes away the parts of uploads that nobody has completed. */
  "uploads.sweep": Record<string, never>;
  /** Forgets the requests that no client sends again. */
  "creations.sweep": Record<string, never>;
  /** Makes the room of deleted rows usable again. */
  "storage.vacuum": Record<string, never>;
  /** Makes one attempt at telling one webhook of one event. */
  "webhook.deliver": WebhookJob;
  /** Sends anew the attempts that got lost and forgets old events. */
  "webhooks.sweep": Record<string, never>;
}
export type JobName = keyof JobPayloads;
export type JobPayload<Name extends JobName> = JobPayloads[Name];

export const JOBS: { readonly [Name in JobName]: JobDefinition<JobPayloads[Name]> } = {
  // Whoever logs much is held back until it is done.
  "metrics.compact": { ...wholeHouse, cron: EVERY_MINUTE, batches: 2, pollSeconds: 0.5 },
  "metrics.moveRows": { ...wholeHouse, queue: { ...wholeHouse.queue, expireInSeconds: 3_600 } },
  "run.settle": { ...perRun, startAfterSeconds: 1 },
  "lineage.rebuild": perRun,
  "runs.purge": { ...wholeHouse, cron: EVERY_TEN_MINUTES },
  "projects.purge": { ...wholeHouse, startAfterSeconds: 1, cron: EVERY_TEN_MINUTES },
  "retention.apply": { ...wholeHouse, cron: AT_NIGHT },
  // It lists everything there is, which takes a bucket a second for some ten thousand files.
  "blobs.sweep": { ...wholeHouse, queue: { ...wholeHouse.queue, expireInSeconds: 3_600 }, cron: AT_NIGHT },
  "uploads.sweep": { ...wholeHouse, cron: EVERY_HOUR },
  "creations.sweep": { ...wholeHouse, cron: EVERY_TEN_MINUTES },
  "storage.vacuum": { ...wholeHouse, startAfterSeconds: 5 },
  "webhook.deliver": {
    payload: WebhookJob,
    // Failures to tell are no failures of the job: each makes the job of the next attempt.
    queue: { ...perRun.queue, policy: "standard", expireInSeconds: 120 },
    key: ({ deliveryId, attempt }) => `${deliveryId}/${attempt}`,
    startAfterSeconds: 0,
    batches: 6,
    pollSeconds: 1,
    sideBySide: { groupOf: ({ webhookId }) => webhookId, perGroup: 2 },
  },
  "webhooks.sweep": { ...wholeHouse, cron: EVERY_TEN_MINUTES },
};

export const JOB_NAMES: readonly JobName[] = [
  "metrics.compact",
  "metrics.moveRows",
  "run.settle",
  "lineage.rebuild",
  "runs.purge",
  "projects.purge",
  "retention.apply",
  "blobs.sweep",
  "uploads.sweep",
  "creations.sweep",
  "storage.vacuum",
  "webhook.deliver",
  "webhooks.sweep",
];

export const isJobName = (name: string): name is JobName => JOB_NAMES.some((known) => known === name);

/** Where a job goes when all its retries have failed. */
export const deadLetterOf = (name: JobName): string => `${name}.dead`;
