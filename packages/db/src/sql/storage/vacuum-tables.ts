import type { Statement } from "../../store.ts";

const TABLES = ["metric_chunk", "metric_summary", "run_summary", "log_chunk", "artifact", "run", "param", "run_tag"];

/** Makes the room of deleted rows usable again, and gives the end of each file back where all of it is empty. */
export const vacuumTables: readonly Statement[] = TABLES.map((table) => ({ name: null, text: `VACUUM ${table}` }));
