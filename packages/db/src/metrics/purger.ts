import type { RunId } from "@assay/contract";
import { toId } from "../convert.ts";
import type { Db } from "../db.ts";
import { findHotWriters } from "../sql/deletion/find-hot-writers.ts";
import { endPurges, listPurges } from "../sql/deletion/purge-list.ts";
import { type PurgedRow, purgeRun } from "../sql/deletion/purge-run.ts";
import { lockRun } from "../sql/metrics/take-frames.ts";

const RUNS_AT_ONCE = 500;
/** Rows of each table that one transaction deletes: bounds its length and what a kill throws away. */
const ROWS_AT_ONCE = 2_000;
const PAUSE_MS = 50;

interface Bounds {
  signal: AbortSignal;
  untilMs: number;
}

/** Clears away what deleted runs logged. May be killed anywhere and be run twice: a run is on the list until its last row is gone. */
export class Purger {
  private readonly db: Db;

  constructor(db: Db) {
    this.db = db;
  }

  /** False when the deadline or the signal came before the list was empty. */
  async purge(bounds: Bounds): Promise<{ isDone: boolean; rows: number }> {
    let rows = 0;
    for (;;) {
      const listed = await this.db.query<{ run_id: string }>(listPurges, [RUNS_AT_ONCE]);
      if (listed.length === 0) return { isDone: true, rows };
      if (!(await this.writersHaveEnded(bounds))) return { isDone: false, rows };
      for (const { run_id } of listed) {
        if (isOver(bounds)) return { isDone: false, rows };
        rows += await this.purgeOne(toId<RunId>(run_id));
      }
    }
  }

  /** An append that still saw a run may commit after the run's deletion did: waits for all there were when it began. */
  private async writersHaveEnded(bounds: Bounds): Promise<boolean> {
    let open = await this.writers();
    while (open.size > 0) {
      if (isOver(bounds)) return false;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      const now = await this.writers();
      open = new Set([...open].filter((id) => now.has(id)));
    }
    return true;
  }

  private async writers(): Promise<Set<string>> {
    const rows = await this.db.query<{ id: string }>(findHotWriters, []);
    return new Set(rows.map(({ id }) => id));
  }

  private async purgeOne(runId: RunId): Promise<number> {
    let rows = 0;
    for (;;) {
      const deleted = await this.db.transaction(async (tx) => {
        await tx.query(lockRun, [runId]);
        const [purged] = await tx.query<PurgedRow>(purgeRun, [runId, ROWS_AT_ONCE]);
        return Number(purged?.rows ?? 0);
      });
      rows += deleted;
      if (deleted === 0) break;
    }
    await this.db.query(endPurges, [[runId]]);
    return rows;
  }
}

const isOver = ({ signal, untilMs }: Bounds): boolean => signal.aborted || Date.now() >= untilMs;
