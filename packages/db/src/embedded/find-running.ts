import { readFile } from "node:fs/promises";
import path from "node:path";
import { connectionUrl } from "./connection.ts";
import { isAlive } from "./process-identity.ts";
import { readState } from "./state.ts";

/** The line of postmaster.pid that holds the port, and the one that says how far the server is. */
const PORT_LINE = 3;
const STATUS_LINE = 7;

/** How to reach the database of a data directory while Assay runs on it; undefined while it does not. */
export async function findRunningPostgres(dataDir: string): Promise<string | undefined> {
  const state = await readState(dataDir);
  if (state === undefined) return undefined;
  const text = await readFile(path.join(state.location, "data", "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Number(lines[0]);
  const port = Number(lines[PORT_LINE]);
  if (!(pid > 0) || !isAlive(pid) || !(port > 0) || lines[STATUS_LINE] !== "ready") return undefined;
  return connectionUrl({ port, password: state.password });
}
