import type { Statement } from "../../store.ts";

/**
 * Has a delivery tried from the start, whatever became of it; answers how many attempts were made so far. Parameters:
 * project uuid, webhook uuid, delivery uuid, now.
 */
export const restartDelivery: Statement = {
  name: "webhooks_restart_delivery_v1",
  text: `
    UPDATE webhook_delivery d SET state = 'pending', tries = 0, next_attempt_at = $4::timestamptz
    FROM webhook w
    WHERE w.id = d.webhook_id AND w.project_id = $1::uuid AND w.id = $2::uuid AND d.id = $3::uuid
    RETURNING d.attempts`,
};
