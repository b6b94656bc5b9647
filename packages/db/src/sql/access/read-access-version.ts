import type { Statement } from "../../store.ts";

export interface AccessVersionRow {
  version: bigint;
}

/** How many changes to anybody's access have been committed. Read once for all requests that arrive together. */
export const readAccessVersion: Statement = {
  name: "access_version_v1",
  text: "SELECT version FROM access_version",
};
