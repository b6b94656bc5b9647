import type { Statement } from "../../store.ts";

/**
 * Puts down an event and its deliveries. Parameters: workspace uuid, project uuid, event, payload jsonb, now,
 * uuid[] deliveries, uuid[] their webhooks.
 */
export const addEvent: Statement = {
  name: "webhooks_add_event_v1",
  text: `
    WITH event AS (
      INSERT INTO outbox (workspace_id, project_id, event, payload, created_at)
      VALUES ($1::uuid, $2::uuid, $3::text, $4::jsonb, $5::timestamptz) RETURNING id
    )
    INSERT INTO webhook_delivery (id, webhook_id, outbox_id, created_at, next_attempt_at)
    SELECT d.id, d.webhook_id, event.id, $5::timestamptz, $5::timestamptz
    FROM event, unnest($6::uuid[], $7::uuid[]) AS d (id, webhook_id)`,
};
