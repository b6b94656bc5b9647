import type { Statement } from "../../store.ts";

/** Tells every server process, at commit, that runs have new points. Parameters: uuid[]. */
export const notifyLive: Statement = {
  name: "metrics_notify_live_v1",
  text: `
    SELECT pg_notify('assay_live',
      json_build_object('kind', 'metrics', 'projectId', project_id, 'runId', id)::text)::text AS sent
    FROM run WHERE id = ANY($1::uuid[])`,
};
