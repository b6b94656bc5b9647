import type { Statement } from "../../store.ts";

/** A run and the runs it is forked from, itself first. Parameters: run uuid. Plan: primary key of run, once for each. */
export const readAncestry: Statement = {
  name: "metrics_read_ancestry_v1",
  text: `
    WITH RECURSIVE chain AS (
      SELECT id, forked_from_run_id AS next FROM run WHERE id = $1::uuid
      UNION ALL
      SELECT r.id, r.forked_from_run_id FROM chain c JOIN run r ON r.id = c.next
    ) CYCLE id SET is_cycle USING path
    SELECT id FROM chain WHERE NOT is_cycle`,
};

/**
 * Steps at which a long series may be cut so that each part has about so many chunks. Parameters: uuid[] runs, int
 * key, int chunks of a part. Plan: primary key of metric_chunk, no packed column.
 */
export const findCuts: Statement = {
  name: "metrics_find_cuts_v1",
  text: `
    SELECT DISTINCT first_step AS step FROM (
      SELECT first_step, row_number() OVER (ORDER BY first_step) - 1 AS place FROM metric_chunk
      WHERE run_id = ANY($1::uuid[]) AND key_id = $2::int
    ) chunks WHERE place > 0 AND place % $3::int = 0 ORDER BY first_step`,
};
