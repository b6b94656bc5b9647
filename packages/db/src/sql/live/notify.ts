import type { Statement } from "../../store.ts";

/** Sends a notice at commit. Parameters: channel, payload. */
export const notify: Statement = { name: "live_notify_v1", text: "SELECT pg_notify($1, $2)::text AS sent" };
