import type { Statement } from "../../store.ts";

/** Writes the per-run facts that follow from the run and its summaries, and ends the summarising. Parameters: uuid[]. */
export const summarizeRun: Statement = {
  name: "metrics_summarize_run_v1",
  text: `
    WITH cleared AS (
      UPDATE run SET summary_started_at = NULL WHERE id = ANY($1::uuid[])
      RETURNING id, project_id, started_at, ended_at
    )
    INSERT INTO run_summary (run_id, project_id, duration_ms, point_count, metric_count, updated_at)
    SELECT r.id, r.project_id,
      greatest(0, (extract(epoch FROM r.ended_at - r.started_at) * 1000)::int8),
      coalesce(sum(s.count), 0)::int8, count(s.key_id)::int, now()
    FROM cleared r LEFT JOIN metric_summary s ON s.run_id = r.id
    GROUP BY r.id, r.project_id, r.started_at, r.ended_at
    ON CONFLICT (run_id) DO UPDATE SET
      duration_ms = excluded.duration_ms, point_count = excluded.point_count,
      metric_count = excluded.metric_count, updated_at = excluded.updated_at`,
};
