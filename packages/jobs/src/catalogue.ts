import { RunId } from "@assay/contract";
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
}

const RunJob = z.strictObject({ runId: RunId });
type RunJob = z.infer<typeof RunJob>;

const perRun: JobDefinition<RunJob> = {
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
};

/** Every job there is, with what it is told: ids only, for the rows they name hold the truth when it runs. */
export interface JobPayloads {
  /** Writes a run's metric summaries and duration anew from its points. */
  "run.summarize": RunJob;
  /** Writes anew the lineage edges that a run is responsible for. */
  "lineage.rebuild": RunJob;
}
export type JobName = keyof JobPayloads;
export type JobPayload<Name extends JobName> = JobPayloads[Name];

export const JOBS: { readonly [Name in JobName]: JobDefinition<JobPayloads[Name]> } = {
  "run.summarize": { ...perRun, startAfterSeconds: 3 },
  "lineage.rebuild": perRun,
};

export const JOB_NAMES: readonly JobName[] = ["run.summarize", "lineage.rebuild"];

/** Where a job goes when all its retries have failed. */
export const deadLetterOf = (name: JobName): string => `${name}.dead`;
