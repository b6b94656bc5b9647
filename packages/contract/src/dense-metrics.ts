import { z } from "zod";
import { IngestWriter } from "./ingest-writer.ts";
import { LIMITS } from "./limits.ts";
import { MetricValue, Step } from "./metric.ts";
import { EntryKey } from "./text.ts";
import { TimeMs } from "./time.ts";

/**
 * Points of one run as a dense matrix: `values[i][j]` belongs to `steps[i]`, `timesMs[i]` and `keys[j]`;
 * null where a key has no value at that step.
 */
export const DenseMetrics = z
  .strictObject({
    keys: z.array(EntryKey).min(1),
    steps: z.array(Step).min(1),
    timesMs: z.array(TimeMs),
    values: z.array(z.array(MetricValue.nullable())),
    writer: IngestWriter.optional(),
  })
  .refine((dense) => dense.timesMs.length === dense.steps.length, {
    path: ["timesMs"],
    message: "timesMs must have one entry for each step",
  })
  .refine((dense) => dense.values.length === dense.steps.length, {
    path: ["values"],
    message: "values must have one row for each step",
  })
  .refine((dense) => dense.values.every((row) => row.length === dense.keys.length), {
    path: ["values"],
    message: "each row of values must have one entry for each key",
  })
  .refine((dense) => dense.steps.length * dense.keys.length <= LIMITS.metricsPerRequest, {
    path: ["values"],
    message: `at most ${LIMITS.metricsPerRequest} points fit in one request`,
  });
export type DenseMetrics = z.infer<typeof DenseMetrics>;

/** `duplicate`: this sequence of the writer was stored before, and nothing was added. */
export const LogMetricsResult = z.object({ accepted: z.number(), duplicate: z.literal(true).optional() });
export type LogMetricsResult = z.infer<typeof LogMetricsResult>;
