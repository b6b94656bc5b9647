import { z } from "zod";
import { Lifecycle } from "./experiment.ts";
import { ExperimentId, RunId } from "./ids.ts";
import { LIMITS } from "./limits.ts";
import { MetricSummary } from "./metric.ts";
import { entryMap, Name, Slug, StoredKey, storedText } from "./text.ts";
import { TimeMs } from "./time.ts";

export const RunStatus = z.enum(["scheduled", "running", "finished", "failed", "killed"]);
export type RunStatus = z.infer<typeof RunStatus>;

/** How a run may end. */
export const FinalRunStatus = z.enum(["finished", "failed", "killed"]);
export type FinalRunStatus = z.infer<typeof FinalRunStatus>;

/** `stale` is derived from a missed heartbeat and never stored. */
export const ShownRunStatus = z.enum([...RunStatus.options, "stale"]);
export type ShownRunStatus = z.infer<typeof ShownRunStatus>;

/** Where the code of a run came from, as far as the client told. */
export const RunSource = z.strictObject({
  type: storedText(100).optional(),
  name: storedText(1_000).optional(),
  entryPoint: storedText(1_000).optional(),
  repository: storedText(1_000).optional(),
  commit: storedText(100).optional(),
  branch: storedText(250).optional(),
  isDirty: z.boolean().optional(),
  diff: storedText(1_000_000).optional(),
  arguments: z.array(storedText(1_000)).max(200).optional(),
});
export type RunSource = z.infer<typeof RunSource>;

/** What a run ran on, as far as the client told. */
export const RunEnvironment = z.strictObject({
  host: storedText(250).optional(),
  user: storedText(250).optional(),
  os: storedText(250).optional(),
  language: storedText(250).optional(),
  packages: entryMap(LIMITS.tagValueLength).optional(),
  hardware: entryMap(LIMITS.tagValueLength).optional(),
});
export type RunEnvironment = z.infer<typeof RunEnvironment>;

export const RunRef = z.object({ id: RunId, name: z.string() });
export type RunRef = z.infer<typeof RunRef>;

export const Run = z.object({
  id: RunId,
  name: z.string(),
  number: z.number().int(),
  status: ShownRunStatus,
  lifecycle: Lifecycle,
  experiment: z.object({ id: ExperimentId, number: z.number().int(), name: z.string() }),
  parent: RunRef.nullable(),
  fork: z.object({ from: RunRef, step: z.number() }).nullable(),
  source: RunSource,
  environment: RunEnvironment,
  notes: z.string(),
  createdBy: z.string(),
  createdAtMs: z.number(),
  startedAtMs: z.number(),
  endedAtMs: z.number().nullable(),
  heartbeatAtMs: z.number().nullable(),
  durationMs: z.number().nullable(),
});
export type Run = z.infer<typeof Run>;

/** A run with everything logged to it but its series and artifacts. */
export const RunDetail = Run.extend({
  params: z.record(z.string(), z.string()),
  tags: z.record(z.string(), z.string()),
  metrics: z.array(MetricSummary),
  children: z.array(RunRef),
});
export type RunDetail = z.infer<typeof RunDetail>;

export const CreateRunInput = z.strictObject({
  workspace: Slug,
  project: Slug,
  /** Made by the client, so that a retried request makes one run. */
  id: RunId.optional(),
  /** Name of the experiment; made when missing. */
  experiment: Name.default("Default"),
  name: Name.optional(),
  parentRunId: RunId.optional(),
  fork: z
    .strictObject({ runId: RunId, step: z.number().min(-LIMITS.stepMagnitude).max(LIMITS.stepMagnitude) })
    .optional(),
  startedAtMs: TimeMs.optional(),
  params: entryMap(LIMITS.paramValueLength).default({}),
  tags: entryMap(LIMITS.tagValueLength).default({}),
  notes: storedText(LIMITS.noteLength).default(""),
  source: RunSource.default({}),
  environment: RunEnvironment.default({}),
});
export type CreateRunInput = z.infer<typeof CreateRunInput>;

export const RunInput = z.strictObject({ workspace: Slug, project: Slug, runId: RunId });
export type RunInput = z.infer<typeof RunInput>;

export const FinishRunInput = RunInput.extend({
  status: FinalRunStatus.default("finished"),
  endedAtMs: TimeMs.optional(),
});
export type FinishRunInput = z.infer<typeof FinishRunInput>;

export const UpdateRunInput = RunInput.extend({
  name: Name.optional(),
  notes: storedText(LIMITS.noteLength).optional(),
});
export type UpdateRunInput = z.infer<typeof UpdateRunInput>;

export const LogParamsInput = RunInput.extend({
  params: entryMap(LIMITS.paramValueLength),
});
export type LogParamsInput = z.infer<typeof LogParamsInput>;

export const SetTagsInput = RunInput.extend({
  tags: entryMap(LIMITS.tagValueLength),
});
export type SetTagsInput = z.infer<typeof SetTagsInput>;

export const DeleteTagInput = RunInput.extend({ key: StoredKey });
export type DeleteTagInput = z.infer<typeof DeleteTagInput>;
