import type { Statement } from "../../store.ts";

export interface SummaryRow {
  run_id: string;
  name: string;
  last: number;
  last_step: number;
  last_time_ms: bigint;
  first: number;
  first_step: number;
  min: number;
  max: number;
  mean: number;
  count: bigint;
  argmin: number | null;
  argmax: number | null;
  nans: bigint;
}

/** All summaries of some runs, by run and key name. Parameters: project uuid, uuid[]. */
export const readSummaries: Statement = {
  name: "metrics_read_summaries_v1",
  text: `
    SELECT s.run_id, k.name, s.last, s.last_step, s.last_time_ms, s.first, s.first_step, s.min, s.max, s.mean, s.count,
      s.argmin, s.argmax, s.nans
    FROM metric_summary s JOIN metric_key k ON k.id = s.key_id
    WHERE s.project_id = $1::uuid AND s.run_id = ANY($2::uuid[])
    ORDER BY s.run_id, k.name`,
};
