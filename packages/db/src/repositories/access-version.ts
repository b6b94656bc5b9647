import { type AccessVersionRow, readAccessVersion } from "../sql/access/read-access-version.ts";
import type { Store } from "../store.ts";

/** The version of who may do what, as of now; triggers raise it with every change. */
export async function read(store: Store): Promise<bigint> {
  const [row] = await store.query<AccessVersionRow>(readAccessVersion, []);
  if (row === undefined) throw new Error("the table access_version has lost its row");
  return row.version;
}
