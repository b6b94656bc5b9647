import { z } from "zod";
import { RunId } from "./ids.ts";
import { LIMITS } from "./limits.ts";
import { Slug, StoredKey } from "./text.ts";

/**
 * What runs along the bottom of a chart: the step, the wall clock in ms since 1970, the time since the run's start in
 * ms, or the value that another metric has at the same step.
 */
export const SeriesAxis = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["step", "time", "relative"]) }),
  z.strictObject({ kind: z.literal("metric"), key: StoredKey }),
]);
export type SeriesAxis = z.infer<typeof SeriesAxis>;

const Axis = SeriesAxis.default({ kind: "step" });

/** A place on the axis, in its unit. */
const Place = z.number();

const Scope = { workspace: Slug, project: Slug };

const SERIES_SHAPE = {
  runIds: z.array(RunId).min(1).max(1_000),
  keys: z.array(StoredKey).min(1).max(500),
  /** How many entries a series may come in; series that fit come point by point. */
  maxPoints: z.number().int().min(2).max(LIMITS.pointsPerSeries).default(1_000),
  x: Axis,
  from: Place.optional(),
  to: Place.optional(),
};

const seriesBounds = {
  check: (input: { runIds: unknown[]; keys: unknown[] }): boolean =>
    input.runIds.length * input.keys.length <= LIMITS.seriesPerRequest,
  refusal: { path: ["keys"], message: `at most ${LIMITS.seriesPerRequest} series fit in one request` },
};

/** Asks for series of many runs and keys at a given resolution. */
export const SeriesQuery = z.strictObject(SERIES_SHAPE).refine(seriesBounds.check, seriesBounds.refusal);
export type SeriesQuery = z.infer<typeof SeriesQuery>;

/** The same with the project it is about. */
export const SeriesInput = z
  .strictObject({ ...Scope, ...SERIES_SHAPE })
  .refine(seriesBounds.check, seriesBounds.refusal);
export type SeriesInput = z.input<typeof SeriesInput>;

/** A column of numbers, checked as an array only: the numbers come from the store and there may be many. */
const FloatArray = z.custom<number[]>(Array.isArray, "must be an array of numbers");

/** Facts of an answered series beside its columns. */
export const SeriesHead = z.object({
  runId: RunId,
  key: z.string(),
  /** Points in the asked range before any bucketing. */
  pointCount: z.number(),
  /** Every point in the range is an entry. Otherwise each entry is a bucket of the points since the entry before. */
  isRaw: z.boolean(),
  /** Points of the smallest part that buckets were made of: 1 when every point was looked at. */
  blockPoints: z.number(),
});
export type SeriesHead = z.infer<typeof SeriesHead>;

/**
 * One series in columns, ordered by (step, time). `x` is the place on the asked axis; an entry that is a bucket has
 * the place, step, time and value of its last point, with the least and greatest value of them all in `min` and `max`.
 */
export const Series = SeriesHead.extend({
  x: FloatArray,
  steps: FloatArray,
  timesMs: FloatArray,
  values: FloatArray,
  min: FloatArray,
  max: FloatArray,
});
export type Series = z.infer<typeof Series>;

export const GROUP_CENTRES = ["mean", "median", "min", "max"] as const;
export const GROUP_BANDS = ["none", "minmax", "std", "stderr", "ci95"] as const;

const GROUP_SHAPE = {
  groups: z
    .array(
      z.strictObject({
        name: z.string().max(LIMITS.nameLength),
        runIds: z.array(RunId).min(1).max(LIMITS.groupedRuns),
      }),
    )
    .min(1)
    .max(100),
  keys: z.array(StoredKey).min(1).max(100),
  /** Into so many parts of equal width the axis is cut. */
  maxPoints: z.number().int().min(2).max(1_000).default(500),
  x: Axis,
  from: Place.optional(),
  to: Place.optional(),
  /** What the line shows of the members' means in each part. */
  centre: z.enum(GROUP_CENTRES).default("mean"),
  /** What the area around it shows: the members' extremes, or a deviation, error or 95 % interval of the mean. */
  band: z.enum(GROUP_BANDS).default("minmax"),
};

const groupBounds = {
  check: (input: { groups: { runIds: unknown[] }[] }): boolean =>
    input.groups.reduce((sum, group) => sum + group.runIds.length, 0) <= LIMITS.groupedRuns,
  refusal: { path: ["groups"], message: `at most ${LIMITS.groupedRuns} runs fit in one request` },
};

/** Asks for one line of each group of runs and key, over all its members. */
export const GroupSeriesQuery = z.strictObject(GROUP_SHAPE).refine(groupBounds.check, groupBounds.refusal);
export type GroupSeriesQuery = z.infer<typeof GroupSeriesQuery>;

export const GroupSeriesInput = z
  .strictObject({ ...Scope, ...GROUP_SHAPE })
  .refine(groupBounds.check, groupBounds.refusal);
export type GroupSeriesInput = z.input<typeof GroupSeriesInput>;

export const GroupSeriesHead = z.object({
  group: z.string(),
  key: z.string(),
  /** Members that have points in the range, and points of them all. */
  memberCount: z.number(),
  pointCount: z.number(),
  /** Points of the largest part that was counted as a whole, in the part of the axis where it ends. */
  blockPoints: z.number(),
});
export type GroupSeriesHead = z.infer<typeof GroupSeriesHead>;

/** One line of a group in columns: `x` the last place of a part, `n` the members that have points in it. */
export const GroupSeries = GroupSeriesHead.extend({
  x: FloatArray,
  values: FloatArray,
  low: FloatArray,
  high: FloatArray,
  n: FloatArray,
});
export type GroupSeries = z.infer<typeof GroupSeries>;
