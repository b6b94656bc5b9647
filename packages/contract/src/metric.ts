import { z } from "zod";
import { LIMITS } from "./limits.ts";
import { EntryKey } from "./text.ts";
import { TimeMs } from "./time.ts";

export const METRIC_AGGREGATES = ["last", "first", "min", "max", "mean", "count", "argmin", "argmax", "nans"] as const;
/** `argmin` and `argmax` are the steps at which the extreme was first reached. */
export const MetricAggregate = z.enum(METRIC_AGGREGATES);
export type MetricAggregate = z.infer<typeof MetricAggregate>;

/** Any float64, NaN and the infinities among them; z.number() refuses those. */
export const Float = z.custom<number>((value) => typeof value === "number", "must be a number");

/** What a series comes to. Extremes and mean leave NaN out and are NaN when nothing else is there. */
export const MetricSummary = z.object({
  key: z.string(),
  last: Float,
  lastStep: z.number(),
  lastTimeMs: z.number(),
  first: Float,
  firstStep: z.number(),
  min: Float,
  max: Float,
  mean: Float,
  count: z.number(),
  argmin: z.number().nullable(),
  argmax: z.number().nullable(),
  nans: z.number(),
});
export type MetricSummary = z.infer<typeof MetricSummary>;

/** A step is any finite number, fractions allowed. */
export const Step = z.number().min(-LIMITS.stepMagnitude).max(LIMITS.stepMagnitude);

/** float64 with NaN and both infinities. JSON has no word for these, so their names are accepted. */
export const MetricValue = z.union([
  z.number(),
  z.nan(),
  z.literal(Number.POSITIVE_INFINITY),
  z.literal(Number.NEGATIVE_INFINITY),
  z.literal("NaN").transform(() => Number.NaN),
  z.literal("Infinity").transform(() => Number.POSITIVE_INFINITY),
  z.literal("-Infinity").transform(() => Number.NEGATIVE_INFINITY),
]);

export const MetricPoint = z.strictObject({
  key: EntryKey,
  step: Step,
  timeMs: TimeMs,
  value: MetricValue,
});
export type MetricPoint = z.infer<typeof MetricPoint>;
