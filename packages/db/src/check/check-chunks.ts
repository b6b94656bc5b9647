import type { RunId } from "@assay/contract";
import { addStats, type SeriesStats, seriesStats } from "@assay/domain";
import { packedBytes } from "../metrics/chunk-rows.ts";
import type { Executor } from "../metrics/client-executor.ts";
import { openChunks, type StoredChunkRow } from "../sql/check/read-stored.ts";
import { checkChunk, isAfter } from "./check-chunk.ts";
import { cursorRows } from "./cursor-rows.ts";
import type { Fault } from "./fault.ts";

export interface CheckedChunks {
  count: number;
  /** Of packed columns and pyramids. */
  bytes: number;
  faults: Fault[];
  keyIds: Set<number>;
  /** What the readable chunks of each key come to. */
  computed: Map<number, SeriesStats>;
  /** Keys of which not all could be read: their summaries cannot be judged. */
  unreadable: Set<number>;
}

/** Checks the chunks of a run, each by itself and against the one before it. */
export async function checkChunks(executor: Executor, runId: RunId): Promise<CheckedChunks> {
  const found: CheckedChunks = {
    count: 0,
    bytes: 0,
    faults: [],
    keyIds: new Set(),
    computed: new Map(),
    unreadable: new Set(),
  };
  let before: StoredChunkRow | null = null;
  for await (const row of cursorRows<StoredChunkRow>(executor, "check_chunks", openChunks(runId))) {
    addChunk(found, row, before?.key_id === row.key_id ? before : null);
    before = row;
  }
  return found;
}

function addChunk(found: CheckedChunks, row: StoredChunkRow, before: StoredChunkRow | null): void {
  const { key_id: keyId } = row;
  const place = `chunk at step ${row.first_step}`;
  const { faults, points } = checkChunk(row);
  found.count += 1;
  found.bytes += packedBytes(row);
  found.keyIds.add(keyId);
  found.faults.push(...faults.map((what) => ({ keyId, place, what })));
  if (before !== null && !isAfter(row, before)) {
    found.faults.push({ keyId, place, what: `begins before the chunk at step ${before.first_step} ends` });
  }
  if (points === null) {
    found.unreadable.add(keyId);
    return;
  }
  const stats = seriesStats(points);
  const known = found.computed.get(keyId);
  found.computed.set(keyId, known === undefined ? stats : addStats(known, stats));
}
