import type { Statement } from "../../store.ts";

export interface DeliveryRow {
  id: string;
  event: string;
  state: string;
  created_at: Date;
  next_attempt_at: Date | null;
  attempts: number;
  log: AttemptRow[];
}

export interface AttemptRow {
  number: number;
  atMs: number;
  durationMs: number;
  status: number | null;
  error: string | null;
}

/**
 * A webhook's deliveries, newest first, each with its latest attempts. Parameters: project uuid, webhook uuid, the uuid
 * to go on after or null, most rows, most attempts of each. Plan: index scans by webhook and by delivery.
 */
export const listDeliveries: Statement = {
  name: "webhooks_list_deliveries_v1",
  text: `
    SELECT d.id, o.event, d.state::text AS state, d.created_at, d.next_attempt_at, d.attempts, l.log
    FROM webhook_delivery d
    JOIN webhook w ON w.id = d.webhook_id
    JOIN outbox o ON o.id = d.outbox_id
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('number', a.number, 'atMs', floor(extract(epoch FROM a.at) * 1000),
        'durationMs', a.duration_ms, 'status', a.status_code, 'error', a.error) ORDER BY a.number DESC), '[]') AS log
      FROM (SELECT * FROM webhook_attempt WHERE delivery_id = d.id ORDER BY number DESC LIMIT $5::int) a
    ) l
    WHERE w.project_id = $1::uuid AND d.webhook_id = $2::uuid AND ($3::uuid IS NULL OR d.id < $3::uuid)
    ORDER BY d.id DESC LIMIT $4::int`,
};
