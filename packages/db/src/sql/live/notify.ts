import type { Statement } from "../../store.ts";

/** Sends notices at commit. Parameters: channel, text[] payloads. */
export const notify: Statement = {
  name: "live_notify_v2",
  text: "SELECT count(pg_notify($1, payload)) AS sent FROM unnest($2::text[]) AS payload",
};
