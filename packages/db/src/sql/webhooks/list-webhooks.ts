import type { Statement } from "../../store.ts";

export interface WebhookRow {
  id: string;
  name: string;
  description: string;
  url: string;
  events: string[];
  is_active: boolean;
  has_secret: boolean;
  created_by: string;
  created_at: Date;
  updated_at: Date;
  last_state: string | null;
}

/**
 * A project's webhooks, newest first: their ids grow with time. Parameters: project uuid, the one uuid or null, the uuid
 * to go on after or null, text[] events of which they want one or null, most rows. Plan: index scan by project and id,
 * and for each row the newest entry of the deliveries' index.
 */
export const listWebhooks: Statement = {
  name: "webhooks_list_v1",
  text: `
    SELECT w.id, w.name, w.description, w.url, w.events, w.is_active, w.secret IS NOT NULL AS has_secret,
      w.created_by, w.created_at, w.updated_at, d.state::text AS last_state
    FROM webhook w
    LEFT JOIN LATERAL (SELECT state FROM webhook_delivery WHERE webhook_id = w.id ORDER BY id DESC LIMIT 1) d ON true
    WHERE w.project_id = $1::uuid AND ($2::uuid IS NULL OR w.id = $2::uuid) AND ($3::uuid IS NULL OR w.id < $3::uuid)
      AND ($4::text[] IS NULL OR w.events && $4::text[])
    ORDER BY w.id DESC LIMIT $5::int`,
};
