import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { EmbeddedPostgresError } from "./errors.ts";
import { isAlive, isPostmasterOf } from "./process-identity.ts";

const POLL_MS = 25;
/** Fast shutdown first (clean checkpoint), then immediate (the next start recovers from the log). Never SIGKILL. */
const STEPS = [
  { signal: "SIGINT", waitMs: 60_000 },
  { signal: "SIGQUIT", waitMs: 10_000 },
] as const;

async function goneWithin({ pid, waitMs }: { pid: number; waitMs: number }): Promise<boolean> {
  const deadline = Date.now() + waitMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}

/**
 * Clears what a killed launcher left behind: stops a server of this cluster that still runs, and removes a
 * `postmaster.pid` whose number now belongs to an unrelated program. Call it only as the cluster's owner.
 */
export async function clearOrphan(pgData: string): Promise<void> {
  const file = path.join(pgData, "postmaster.pid");
  const text = await readFile(file, "utf8").catch(() => "");
  const pid = Number.parseInt(text, 10);
  if (!(pid > 0) || !isAlive(pid)) return; // PostgreSQL itself copes with the file of a dead server
  if (!isPostmasterOf({ pid, pgData })) {
    await rm(file, { force: true });
    return;
  }
  for (const { signal, waitMs } of STEPS) {
    process.kill(pid, signal);
    if (await goneWithin({ pid, waitMs })) return;
  }
  throw new EmbeddedPostgresError(
    `A PostgreSQL server left over from an earlier run (process ${pid}) does not stop. End it by hand, then start again.`,
  );
}
