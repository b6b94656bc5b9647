import type { Statement } from "../../store.ts";

/** The version of the database server. */
export const readServerVersion: Statement = {
  name: "read_server_version_v1",
  text: "SELECT current_setting('server_version') AS version",
};
