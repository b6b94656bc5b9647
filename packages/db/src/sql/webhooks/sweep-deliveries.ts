import type { Statement } from "../../store.ts";

export interface OverdueRow {
  id: string;
  webhook_id: string;
  attempts: number;
}

/**
 * Deliveries whose attempt is long due, so that its job must have been lost, put off for a while. Parameters: the
 * moment before which one is overdue, when they are looked at again, most rows. Plan: index on when they are due.
 */
export const takeOverdue: Statement = {
  name: "webhooks_take_overdue_v1",
  text: `
    UPDATE webhook_delivery SET next_attempt_at = $2::timestamptz WHERE id IN (
      SELECT id FROM webhook_delivery WHERE next_attempt_at < $1::timestamptz AND state = 'pending'
      ORDER BY next_attempt_at LIMIT $3::int FOR UPDATE SKIP LOCKED
    ) RETURNING id, webhook_id, attempts`,
};

/**
 * Forgets events from before a moment with their deliveries, but for those still under way; answers how many.
 * Parameters: the moment, most events. Plan: index on when they happened.
 */
export const forgetEvents: Statement = {
  name: "webhooks_forget_events_v1",
  text: `
    WITH old AS (
      SELECT o.id FROM outbox o WHERE o.created_at < $1::timestamptz
        AND NOT EXISTS (SELECT 1 FROM webhook_delivery d WHERE d.outbox_id = o.id AND d.state = 'pending')
      ORDER BY o.created_at LIMIT $2::int
    ), gone AS (DELETE FROM outbox WHERE id IN (SELECT id FROM old) RETURNING id)
    SELECT count(*)::int AS count FROM gone`,
};
