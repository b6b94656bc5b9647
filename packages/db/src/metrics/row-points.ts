import type { RunId } from "@assay/contract";
import { orderPoints, type PointColumns } from "@assay/domain";
import { toId } from "../convert.ts";
import type { Db } from "../db.ts";
import { lockRun } from "../sql/metrics/take-frames.ts";
import { findRunWithPoints, type PointRow, takePoints } from "../sql/metrics/take-points.ts";
import { clientExecutor, type Executor } from "./client-executor.ts";
import { addToChunks } from "./compaction.ts";

/** Points that one transaction moves: bounds its memory and its length. */
const MAX_POINTS = 50_000;

/**
 * Moves points that version 0.1 kept in rows into chunks, run by run, and leaves the rows' table empty. A transaction
 * takes rows out and writes their chunks, so wherever it is killed each point is in one of the two.
 * @returns false when the signal came before the end.
 */
export async function moveRowPoints(db: Db, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    const [row] = await db.query<{ run_id: string }>(findRunWithPoints, []);
    if (row === undefined) return true;
    await movePart(db, toId<RunId>(row.run_id));
  }
  return false;
}

async function movePart(db: Db, runId: RunId): Promise<void> {
  const client = await db.pool.connect();
  try {
    const executor = clientExecutor(client);
    await client.query("BEGIN");
    await moveLocked(executor, runId);
    await client.query("COMMIT");
    client.release();
  } catch (error) {
    // Closing the connection rolls back what it had begun.
    client.release(true);
    throw error;
  }
}

/**
 * Not by way of frames: they are refused for archived runs, whose points are kept as well. Those of a deleted run are
 * gone with their rows; a deletion that comes now waits for the lock before it clears away what is written here.
 */
async function moveLocked(executor: Executor, runId: RunId): Promise<void> {
  await executor.query(lockRun, [runId]);
  const rows = await executor.query<PointRow>(takePoints, [runId, MAX_POINTS]);
  if (rows[0]?.is_known !== true) return;
  const series = [...Map.groupBy(rows, (row) => row.key_id)].map(([id, ofKey]) => [id, toColumns(ofKey)] as const);
  await addToChunks(executor, runId, new Map(series), false);
}

const toColumns = (rows: readonly PointRow[]): PointColumns =>
  orderPoints({
    steps: Float64Array.from(rows, ({ step }) => step),
    timesMs: Float64Array.from(rows, ({ time_ms }) => Number(time_ms)),
    values: Float64Array.from(rows, ({ value }) => value),
  });
