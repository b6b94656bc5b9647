import type { Statement } from "../../store.ts";

export interface CountRow {
  what: string;
  count: number;
}

/** How many of each thing an import's items brought. Parameters: job uuid. Plan: the job's items by primary key. */
export const sumImportCounts: Statement = {
  name: "imports_sum_counts_v1",
  text: `
    SELECT c.key AS what, sum(c.value::float8)::float8 AS count
    FROM import_item i CROSS JOIN LATERAL jsonb_each_text(i.counts) c
    WHERE i.job_id = $1::uuid GROUP BY c.key ORDER BY c.key`,
};
