import type { Statement } from "../../store.ts";
import { CHUNK_HEAD } from "./chunk-row.ts";

/** The last chunks of a run without their bodies, newest first. Parameters: run uuid, how many. Plan: primary key. */
export const lastHeads: Statement = {
  name: "logs_last_heads_v1",
  text: `SELECT ${CHUNK_HEAD} FROM log_chunk WHERE run_id = $1::uuid ORDER BY first_line DESC LIMIT $2::int`,
};
