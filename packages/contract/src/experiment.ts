import { z } from "zod";
import { ExperimentId } from "./ids.ts";
import { LIMITS } from "./limits.ts";
import { entryMap, Name, Slug, storedText } from "./text.ts";

export const Lifecycle = z.enum(["active", "archived"]);
export type Lifecycle = z.infer<typeof Lifecycle>;

export const Experiment = z.object({
  id: ExperimentId,
  /** Counts from 0 in each project; also the id that MLflow clients see. */
  number: z.number().int(),
  name: z.string(),
  description: z.string(),
  lifecycle: Lifecycle,
  tags: z.record(z.string(), z.string()),
  createdAtMs: z.number(),
  updatedAtMs: z.number(),
});
export type Experiment = z.infer<typeof Experiment>;

export const ExperimentListItem = Experiment.extend({
  runCount: z.number(),
  runningCount: z.number(),
  lastRunAtMs: z.number().nullable(),
});
export type ExperimentListItem = z.infer<typeof ExperimentListItem>;

export const CreateExperimentInput = z.strictObject({
  workspace: Slug,
  project: Slug,
  name: Name,
  description: storedText(10_000).default(""),
  tags: entryMap(LIMITS.tagValueLength).default({}),
});
export type CreateExperimentInput = z.infer<typeof CreateExperimentInput>;
