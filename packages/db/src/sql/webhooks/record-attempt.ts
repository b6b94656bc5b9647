import type { Statement } from "../../store.ts";

/**
 * Writes down an attempt and what it makes of its delivery; answers a row if nobody wrote down that attempt before.
 * Parameters: delivery uuid, attempts made before, when it began, duration in ms, status or null, error or null, the
 * delivery's state from now on, when it is tried next or null.
 */
export const recordAttempt: Statement = {
  name: "webhooks_record_attempt_v1",
  text: `
    WITH moved AS (
      UPDATE webhook_delivery
      SET attempts = attempts + 1, tries = tries + 1, state = $7::webhook_delivery_state, next_attempt_at = $8::timestamptz
      WHERE id = $1::uuid AND attempts = $2::int AND state = 'pending' RETURNING id, attempts
    )
    INSERT INTO webhook_attempt (delivery_id, number, at, duration_ms, status_code, error)
    SELECT id, attempts, $3::timestamptz, $4::int, $5::int, $6::text FROM moved RETURNING delivery_id`,
};
