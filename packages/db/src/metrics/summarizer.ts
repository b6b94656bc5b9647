import type { RunId } from "@assay/contract";
import type pg from "pg";
import { arrayLiteral, toId } from "../convert.ts";
import type { Db } from "../db.ts";
import { awaitAppends, lockSummaries, unlockSummaries } from "../sql/metrics/lock-runs.ts";
import { findUnsummarized, startSummary } from "../sql/metrics/start-summary.ts";
import { summarize } from "../sql/metrics/summarize.ts";
import { summarizeRun } from "../sql/metrics/summarize-run.ts";
import { clientExecutor, type Executor } from "./client-executor.ts";

/**
 * Writes summaries from points. No append waits for it, and none is missed: first the stale mark is taken off, then
 * appends that may not have seen it gone are waited for, then the points are read. A later append sets the mark again.
 */
export class Summarizer {
  private readonly db: Db;

  constructor(db: Db) {
    this.db = db;
  }

  /** Writes the summaries of these runs anew. */
  async summarize(runIds: readonly RunId[]): Promise<void> {
    if (runIds.length > 0) await this.alone(runIds, (executor, client) => recompute(executor, client, runIds));
  }

  /** Brings the summaries up to date of those among these runs that need it, waiting for whoever is at it already. */
  async refresh(runIds: readonly RunId[]): Promise<void> {
    const unsummarized = await findThose(this.db, runIds);
    if (unsummarized.length === 0) return;
    await this.alone(unsummarized, async (executor, client) => {
      const rest = await findThose(executor, unsummarized);
      if (rest.length > 0) await recompute(executor, client, rest);
    });
  }

  /** Works on a connection of its own while no other process summarises these runs. */
  private async alone(
    runIds: readonly RunId[],
    work: (executor: Executor, client: pg.PoolClient) => Promise<void>,
  ): Promise<void> {
    const client = await this.db.pool.connect();
    const executor = clientExecutor(client);
    try {
      await executor.query(lockSummaries, [inOrder(runIds)]);
      await work(executor, client);
      await executor.query(unlockSummaries, []);
      client.release();
    } catch (error) {
      // Closing the connection gives its locks back and rolls back what it had begun.
      client.release(true);
      throw error;
    }
  }
}

const inOrder = (runIds: readonly RunId[]): string => arrayLiteral([...runIds].sort());

async function findThose(executor: Pick<Executor, "query">, runIds: readonly RunId[]): Promise<RunId[]> {
  const rows = await executor.query<{ id: string }>(findUnsummarized, [arrayLiteral(runIds)]);
  return rows.map((row) => toId<RunId>(row.id));
}

async function recompute(executor: Executor, client: pg.PoolClient, runIds: readonly RunId[]): Promise<void> {
  const ids = inOrder(runIds);
  await executor.query(startSummary, [ids]);
  await executor.query(awaitAppends, [ids]);
  await client.query("BEGIN");
  await executor.query(summarize, [ids]);
  await executor.query(summarizeRun, [ids]);
  await client.query("COMMIT");
}
