import type { Db } from "../db.ts";
import {
  type HotStateRow,
  lockHot,
  readHotState,
  switchHotSlot,
  tableSize,
  truncateHot,
  vacuumHot,
} from "../sql/metrics/hot-slot.ts";
import { type HotSlot, hotTable } from "../sql/metrics/hot-tables.ts";

/** A hot table is left for the other once it is so large, dead rows included. */
const ROTATE_BYTES = 32 * 1024 * 1024;

/**
 * Gives back what drained hot tables hold: writers are sent to the other table, and the one they left is truncated
 * once it is empty. TRUNCATE is not safe for older snapshots, so VACUUM goes first: it shrinks the file to nothing
 * only when its rows are dead to every snapshot there is.
 */
export async function rotateHot(db: Db): Promise<void> {
  const [state] = await db.query<HotStateRow>(readHotState, []);
  if (state === undefined) return;
  const other: HotSlot = state.slot === 0 ? 1 : 0;
  const sizes = { current: await sizeOf(db, state.slot), other: await sizeOf(db, other) };
  if (sizes.other > 0) {
    await db.query(vacuumHot(other), []);
    sizes.other = await sizeOf(db, other);
    if (sizes.other === 0) await truncateEmpty(db, other);
  }
  if (sizes.other === 0 && sizes.current >= ROTATE_BYTES) await db.query(switchHotSlot, [state.slot]);
}

async function sizeOf(db: Db, slot: HotSlot): Promise<number> {
  const [row] = await db.query<{ bytes: bigint }>(tableSize, [hotTable(slot)]);
  return Number(row?.bytes ?? 0);
}

/** Gives back the indexes too. A writer that still goes by the old slot may have come: then it is left for later. */
async function truncateEmpty(db: Db, slot: HotSlot): Promise<void> {
  const client = await db.pool.connect();
  try {
    await client.query("BEGIN");
    await client.query(lockHot(slot).text);
    const { rows } = await client.query<{ bytes: bigint }>(tableSize.text, [hotTable(slot)]);
    if (Number(rows[0]?.bytes) === 0) await client.query(truncateHot(slot).text);
    await client.query("COMMIT");
    client.release();
  } catch {
    // Somebody holds the table: the next rotation tries again.
    client.release(true);
  }
}
