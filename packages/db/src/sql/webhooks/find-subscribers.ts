import type { Statement } from "../../store.ts";

/**
 * The active webhooks of a project that want an event; part of whatever causes one. None of them can be deleted until
 * the transaction ends, so that what is put down for them has somebody to go to. Parameters: project uuid, event.
 * Plan: index scan by project, which has a hundred of them at most.
 */
export const findSubscribers: Statement = {
  name: "webhooks_find_subscribers_v1",
  text: `
    SELECT id FROM webhook WHERE project_id = $1::uuid AND is_active AND $2::text = ANY(events)
    ORDER BY id FOR KEY SHARE`,
};
