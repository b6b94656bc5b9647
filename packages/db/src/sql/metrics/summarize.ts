import type { Statement } from "../../store.ts";

const NUMBERS = "count(*) FILTER (WHERE p.value <> 'NaN')";
const ORDER = "ORDER BY p.step, p.time_ms, p.value";
const SUM = `sum(p.value ${ORDER}) FILTER (WHERE abs(p.value) <= 1e290)`;
const SCALE = "18446744073709551616::float8";
const LARGEST = `(1.7976931348623157e308 / ${SCALE})`;
/** Sums in units of 2^64, where small values no longer count; what is divided here cannot underflow. */
const SCALED_SUM = `sum(CASE WHEN abs(p.value) < 1e200 THEN 0 ELSE p.value / ${SCALE} END ${ORDER}) FILTER (WHERE p.value <> 'NaN')`;

/**
 * The mean, without avg(): that squares values and so fails beyond 1e154. PostgreSQL computes every aggregate whichever
 * branch is taken, and an overflow or underflow in one is an error, so each must be safe on its own.
 */
const MEAN = `
      CASE
        WHEN ${NUMBERS} = 0 THEN 'NaN'::float8
        WHEN bool_or(p.value = 'Infinity') AND bool_or(p.value = '-Infinity') THEN 'NaN'::float8
        WHEN bool_or(p.value = 'Infinity') THEN 'Infinity'::float8
        WHEN bool_or(p.value = '-Infinity') THEN '-Infinity'::float8
        WHEN bool_or(abs(p.value) > 1e290 AND p.value <> 'NaN') THEN
          greatest(-${LARGEST}, least(${LARGEST}, ${SCALED_SUM} / ${NUMBERS})) * ${SCALE}
        WHEN abs(${SUM}) < 1e-290 AND ${NUMBERS} > 1 THEN 0
        ELSE ${SUM} / ${NUMBERS}
      END`;

/**
 * Writes each series' summary anew from its points; running it again changes nothing. NaN is left out of min, max,
 * mean and arg*, which fall back to NaN (null for steps) when nothing else is there. The mean of a series that
 * holds an infinity is that infinity; of both, NaN; one nearer to 0 than 1e-290 is 0. Parameters: uuid[]. Plan: one ordered pass over the primary
 * key of metric_point per run.
 */
export const summarize: Statement = {
  name: "metrics_summarize_v1",
  text: `
    INSERT INTO metric_summary AS s (run_id, key_id, project_id, last, last_step, last_time_ms, first, first_step,
      min, max, mean, count, argmin, argmax, nans)
    SELECT p.run_id, p.key_id, r.project_id,
      (array_agg(p.value ORDER BY p.step DESC, p.time_ms DESC, p.value DESC))[1],
      max(p.step),
      (array_agg(p.time_ms ORDER BY p.step DESC, p.time_ms DESC))[1],
      (array_agg(p.value ORDER BY p.step, p.time_ms, p.value))[1],
      min(p.step),
      coalesce(min(p.value) FILTER (WHERE p.value <> 'NaN'), 'NaN'),
      coalesce(max(p.value) FILTER (WHERE p.value <> 'NaN'), 'NaN'),
      ${MEAN},
      count(*),
      (array_agg(p.step ORDER BY p.value, p.step) FILTER (WHERE p.value <> 'NaN'))[1],
      (array_agg(p.step ORDER BY p.value DESC, p.step) FILTER (WHERE p.value <> 'NaN'))[1],
      count(*) FILTER (WHERE p.value = 'NaN')
    FROM metric_point p JOIN run r ON r.id = p.run_id
    WHERE p.run_id = ANY($1::uuid[])
    GROUP BY p.run_id, p.key_id, r.project_id
    ON CONFLICT (run_id, key_id) DO UPDATE SET
      last = excluded.last, last_step = excluded.last_step, last_time_ms = excluded.last_time_ms,
      first = excluded.first, first_step = excluded.first_step, min = excluded.min, max = excluded.max,
      mean = excluded.mean, count = excluded.count, argmin = excluded.argmin, argmax = excluded.argmax,
      nans = excluded.nans`,
};
