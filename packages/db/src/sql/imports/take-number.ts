import type { Statement } from "../../store.ts";

export interface NumberRow {
  number: number;
}

/**
 * Takes the wanted experiment number of a project when it is free, or its next; the row lock lasts until the
 * transaction ends. Parameters: project uuid, int wanted or null.
 */
export const takeExperimentNumber: Statement = {
  name: "imports_take_experiment_number_v1",
  text: `
    WITH own AS (SELECT id, next_experiment_number AS next FROM project WHERE id = $1::uuid FOR UPDATE),
    chosen AS (
      SELECT own.id, CASE WHEN $2::int IS NULL
        OR EXISTS (SELECT 1 FROM experiment e WHERE e.project_id = own.id AND e.number = $2::int)
        THEN own.next ELSE $2::int END AS number
      FROM own)
    UPDATE project p SET next_experiment_number = greatest(p.next_experiment_number, chosen.number + 1)
    FROM chosen WHERE p.id = chosen.id RETURNING chosen.number AS number`,
};
