import type { Bench } from "../bench.ts";
import type { Measured } from "../report/row.ts";
import { ingestHttp } from "./ingest-http.ts";
import { ingestStore } from "./ingest-store.ts";

/** How fast points come in: into the store, and through the whole HTTP path. */
export async function ingest(bench: Bench): Promise<Measured[]> {
  return [...(await ingestStore(bench)), ...(await ingestHttp(bench))];
}
