import type { Statement } from "../../store.ts";

/** Tells every server process that runs have new points, one notice for each. Parameters: uuid[]. */
export const notifyPoints: Statement = {
  name: "metrics_notify_points_v1",
  text: `
    SELECT count(pg_notify('assay_live',
      json_build_object('kind', 'metrics', 'projectId', project_id, 'runId', id)::text)) AS sent
    FROM run WHERE id = ANY($1::uuid[])`,
};
