import type { Statement } from "../../store.ts";

export interface NoteRow {
  verdict: string;
  what: string;
  why: string;
  count: number;
  examples: string[];
}

/**
 * What an import changed or left behind, those of one reason together with ten examples. Parameters: job uuid.
 * Plan: the job's items by primary key.
 */
export const sumImportNotes: Statement = {
  name: "imports_sum_notes_v1",
  text: `
    SELECT n.value->>'verdict' AS verdict, n.value->>'what' AS what, n.value->>'why' AS why,
      sum((n.value->>'count')::float8)::float8 AS count,
      (array_agg(n.value->>'detail' ORDER BY i.kind, i.source_id, n.ord))[1:10] AS examples
    FROM import_item i CROSS JOIN LATERAL jsonb_array_elements(i.notes) WITH ORDINALITY AS n(value, ord)
    WHERE i.job_id = $1::uuid
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
};
