import type { Statement } from "../../store.ts";

/** Notes that runs were heard of, at most twice a minute each, so that live runs do not rewrite their row per request. */
export const touchHeartbeat: Statement = {
  name: "metrics_touch_heartbeat_v1",
  text: `
    UPDATE run SET heartbeat_at = now()
    WHERE id = ANY($1::uuid[]) AND (heartbeat_at IS NULL OR heartbeat_at < now() - interval '30 seconds')`,
};
