import type { Statement } from "../../store.ts";

export interface PendingDeliveryRow {
  webhook_id: string;
  url: string;
  secret: Uint8Array | null;
  is_active: boolean;
  tries: number;
  event: string;
  payload: unknown;
  created_at: Date;
  project: string;
}

/**
 * A delivery that waits for its next attempt, with all that this needs; none when that attempt was made meanwhile, or
 * the project is being deleted. Parameters: delivery uuid, attempts made so far.
 */
export const findPendingDelivery: Statement = {
  name: "webhooks_find_pending_delivery_v1",
  text: `
    SELECT w.id AS webhook_id, w.url, w.secret, w.is_active, d.tries, o.event, o.payload, o.created_at,
      p.slug AS project
    FROM webhook_delivery d
    JOIN webhook w ON w.id = d.webhook_id
    JOIN outbox o ON o.id = d.outbox_id
    JOIN project p ON p.id = w.project_id
    WHERE d.id = $1::uuid AND d.attempts = $2::int AND d.state = 'pending' AND p.deleted_at IS NULL`,
};
