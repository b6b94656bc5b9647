import type { TestHouse } from "./house.ts";

/** All that an import brings, as the database has it, without what each import makes anew: our own ids and moments. */
export async function importedContent(house: TestHouse, project = "main"): Promise<Record<string, unknown[]>> {
  const queries: Record<string, string> = {
    experiments: `SELECT number, name, description, tags, created_at, updated_at, archived_at IS NOT NULL AS gone
      FROM experiment WHERE project_id = $1 AND number > 0 ORDER BY number`,
    runs: `SELECT r.id, r.number, r.name, r.status, r.notes, r.source, r.environment, r.parent_run_id, r.started_at,
        r.ended_at, r.archived_at IS NOT NULL AS gone, r.archived_with_experiment, e.number AS experiment
      FROM run r JOIN experiment e ON e.id = r.experiment_id WHERE r.project_id = $1 ORDER BY r.id`,
    params: "SELECT run_id, key, value FROM param WHERE project_id = $1 ORDER BY run_id, key",
    tags: "SELECT run_id, key, value FROM run_tag WHERE project_id = $1 ORDER BY run_id, key",
    files: `SELECT owner_kind, owner_id, path, encode(sha256, 'hex') AS sha256, size_bytes
      FROM artifact WHERE project_id = $1 ORDER BY owner_id, path`,
    models: `SELECT name, description, tags, next_version_number, created_at, updated_at
      FROM registered_model WHERE project_id = $1 ORDER BY name`,
    versions: `SELECT m.name, v.number, v.stage, v.source_run_id, v.tags, encode(v.root_digest, 'hex') AS digest,
        v.created_at, v.updated_at
      FROM model_version v JOIN registered_model m ON m.id = v.model_id WHERE v.project_id = $1 ORDER BY m.name, v.number`,
    aliases: `SELECT m.name AS model, a.name, a.version_number FROM alias a
      JOIN registered_model m ON m.id = a.model_id WHERE m.project_id = $1 ORDER BY m.name, a.name`,
    items: `SELECT i.kind, i.source_id, i.state, encode(i.digest, 'hex') AS digest, i.counts, i.notes FROM import_item i
      JOIN import_job j ON j.id = i.job_id WHERE j.project_id = $1 ORDER BY i.kind, i.source_id`,
  };
  const [row] = await house.sql<{ id: string }>(
    "SELECT p.id FROM project p JOIN workspace w ON w.id = p.workspace_id WHERE w.slug = 'team' AND p.slug = $1",
    [project],
  );
  const content: Record<string, unknown[]> = {};
  for (const [name, text] of Object.entries(queries)) content[name] = await house.sql(text, [row?.id]);
  return content;
}
