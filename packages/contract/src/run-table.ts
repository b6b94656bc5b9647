import { z } from "zod";
import { Lifecycle } from "./experiment.ts";
import { RunId } from "./ids.ts";
import { LIMITS } from "./limits.ts";
import { Float } from "./metric.ts";
import { PageInput, pageOf } from "./page.ts";
import { ShownRunStatus } from "./run.ts";
import { Slug, storedText } from "./text.ts";

/** A column of the run table, written as in filters: `metrics.val/loss.min`, `params.lr`, `tags.team`, `started_at`. */
export const RunColumn = storedText(300).min(1);

export const RunSort = z.strictObject({ column: RunColumn, direction: z.enum(["asc", "desc"]) });
export type RunSort = z.infer<typeof RunSort>;

const RunSelection = z.strictObject({
  workspace: Slug,
  project: Slug,
  /** Experiment numbers; all of the project when left out. */
  experiments: z.array(z.number().int().min(0)).max(1_000).optional(),
  /** For instance `metrics.val/acc.max > 0.95 AND (params.model = 'mlp' OR tags.keep IS NOT NULL)`. */
  filter: storedText(LIMITS.filterLength).default(""),
  lifecycle: z.enum(["active", "archived", "all"]).default("active"),
});

export const SearchRunsInput = RunSelection.extend({
  ...PageInput.shape,
  sort: z.array(RunSort).max(4).default([]),
  /** Metric, param and tag columns to return values for. */
  columns: z.array(RunColumn).max(500).default([]),
});
export type SearchRunsInput = z.infer<typeof SearchRunsInput>;

export const CountRunsInput = RunSelection;
export type CountRunsInput = z.infer<typeof CountRunsInput>;

/** Counting stops at a cap, so that it stays cheap; `isCapped` says when it did. */
export const RunCount = z.object({ count: z.number(), isCapped: z.boolean() });
export type RunCount = z.infer<typeof RunCount>;

/** One row of the run table; `values` holds the asked columns that the run has. */
export const RunRow = z.object({
  id: RunId,
  name: z.string(),
  number: z.number().int(),
  status: ShownRunStatus,
  lifecycle: Lifecycle,
  experimentNumber: z.number().int(),
  experimentName: z.string(),
  parentRunId: RunId.nullable(),
  createdBy: z.string(),
  startedAtMs: z.number(),
  endedAtMs: z.number().nullable(),
  durationMs: z.number().nullable(),
  values: z.record(z.string(), z.union([z.string(), Float])),
});
export type RunRow = z.infer<typeof RunRow>;

export const RunPage = pageOf(RunRow);
export type RunPage = z.infer<typeof RunPage>;

/** The keys that the selected runs have, most used first. */
export const RunKeys = z.object({
  metrics: z.array(z.string()),
  params: z.array(z.string()),
  tags: z.array(z.string()),
});
export type RunKeys = z.infer<typeof RunKeys>;
