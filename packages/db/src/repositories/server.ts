import { readServerVersion } from "../sql/server/read-version.ts";
import type { Store } from "../store.ts";

/** The version of the database server, such as `18.4`. */
export async function version(store: Store): Promise<string> {
  const [row] = await store.query<{ version: string }>(readServerVersion, []);
  return row?.version ?? "";
}
