import type { Statement } from "../../store.ts";

export interface UsageRow {
  runs: bigint;
  points: bigint;
  metric_bytes: bigint;
  log_bytes: bigint;
  files: bigint;
  file_bytes: bigint;
}

/** Over `chosen` (run ids), `file` (what trees hold) and `content` (digest and size of every file, kept once each). */
const totals = `
    SELECT (SELECT count(*) FROM chosen) AS runs,
      coalesce(sum(s.point_count), 0)::int8 AS points, coalesce(sum(s.chunk_bytes), 0)::int8 AS metric_bytes,
      (SELECT coalesce(sum(octet_length(l.body)), 0)::int8 FROM chosen c JOIN log_chunk l ON l.run_id = c.id) AS log_bytes,
      (SELECT count(*) FROM file) AS files,
      (SELECT coalesce(sum(size_bytes), 0)::int8 FROM (SELECT DISTINCT sha256, size_bytes FROM content) once) AS file_bytes
    FROM chosen c LEFT JOIN run_summary s ON s.run_id = c.id`;

/**
 * What some runs take up, the logged models they made included. Parameters: project uuid, uuid[] runs.
 * Plan: primary keys per run.
 */
export const usageOfRuns: Statement = {
  name: "storage_usage_of_runs_v1",
  text: `
    WITH chosen AS MATERIALIZED (SELECT id FROM run WHERE project_id = $1::uuid AND id = ANY($2::uuid[])),
    owner AS (
      SELECT 'run' AS kind, id FROM chosen
      UNION ALL SELECT 'loggedModel', m.id FROM logged_model m JOIN chosen c ON m.source_run_id = c.id
    ),
    file AS MATERIALIZED (
      SELECT a.sha256, a.size_bytes FROM owner o
      JOIN artifact a ON a.owner_kind = o.kind AND a.owner_id = o.id AND a.project_id = $1::uuid
    ),
    content AS (SELECT sha256, size_bytes FROM file WHERE sha256 IS NOT NULL)
    ${totals}`,
};

/**
 * What a project takes up; files that only registered versions still hold count too. Parameters: project uuid.
 * Plan: one pass over the project's runs, their summary rows and its artifacts by index; no point is looked at.
 */
export const usageOfProject: Statement = {
  name: "storage_usage_of_project_v1",
  text: `
    WITH chosen AS MATERIALIZED (SELECT id FROM run WHERE project_id = $1::uuid),
    file AS MATERIALIZED (SELECT sha256, size_bytes FROM artifact WHERE project_id = $1::uuid),
    content AS (
      SELECT sha256, size_bytes FROM file WHERE sha256 IS NOT NULL
      UNION ALL
      SELECT decode(f.sha256, 'hex'), f."sizeBytes"
      FROM registered_model m JOIN model_version v ON v.model_id = m.id
      CROSS JOIN LATERAL jsonb_to_recordset(v.manifest) AS f(sha256 text, "sizeBytes" int8)
      WHERE m.project_id = $1::uuid
    )
    ${totals}`,
};
