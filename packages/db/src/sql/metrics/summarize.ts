import type { Statement } from "../../store.ts";

/**
 * Writes each series' summary anew from its points; running it again changes nothing. NaN is left out of min, max,
 * mean and arg*, which fall back to NaN (null for steps) when nothing else is there. The mean of a series that
 * holds an infinity is that infinity; of both, NaN. Parameters: uuid[]. Plan: one ordered pass over the primary
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
      coalesce(CASE
        WHEN bool_or(p.value = 'Infinity') AND bool_or(p.value = '-Infinity') THEN 'NaN'::float8
        WHEN bool_or(p.value = 'Infinity') THEN 'Infinity'::float8
        WHEN bool_or(p.value = '-Infinity') THEN '-Infinity'::float8
        -- Dividing first keeps a sum of very large values from overflowing.
        WHEN bool_or(abs(p.value) > 1e290 AND p.value <> 'NaN') THEN
          sum(p.value / 1e20) FILTER (WHERE p.value <> 'NaN')
            / (count(*) FILTER (WHERE p.value <> 'NaN')) * 1e20
        ELSE avg(p.value) FILTER (WHERE p.value <> 'NaN')
      END, 'NaN'),
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
