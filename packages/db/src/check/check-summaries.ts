import type { RunId } from "@assay/contract";
import type { SeriesStats } from "@assay/domain";
import type { Executor } from "../metrics/client-executor.ts";
import { unpackRunStats } from "../metrics/stats-rows.ts";
import {
  readStoredSummaries,
  readStoredTotals,
  type StoredSummaryRow,
  type StoredTotalsRow,
} from "../sql/check/read-stored.ts";
import { type RunSummaryRow, readRunSummary } from "../sql/metrics/run-summary.ts";
import type { CheckedChunks } from "./check-chunks.ts";
import { checkPacked, checkRow } from "./check-summary.ts";
import type { Fault } from "./fault.ts";

/** Holds both summaries of a run against what its chunks come to. */
export async function checkSummaries(
  executor: Executor,
  runId: RunId,
  { computed, unreadable, bytes }: CheckedChunks,
): Promise<Fault[]> {
  const [packedRow] = await executor.query<RunSummaryRow>(readRunSummary, [runId]);
  const rows = await executor.query<StoredSummaryRow>(readStoredSummaries, [runId]);
  const [totals] = await executor.query<StoredTotalsRow>(readStoredTotals, [runId]);
  const faults: Fault[] = [];
  try {
    const packed = unpackRunStats(packedRow);
    faults.push(...compare("run_summary", packed, computed, unreadable, checkPacked));
    const points = [...packed.values()].reduce((sum, { count }) => sum + count, 0);
    if (totals !== undefined) faults.push(...checkTotals(totals, points, bytes));
  } catch (error) {
    const what = `cannot be decoded: ${error instanceof Error ? error.message : error}`;
    faults.push({ keyId: null, place: "run_summary", what });
  }
  const byKey = new Map(rows.map((row) => [row.key_id, row]));
  return [...faults, ...compare("metric_summary", byKey, computed, unreadable, checkRow)];
}

function checkTotals(stored: StoredTotalsRow, points: number, bytes: number): Fault[] {
  const pairs = { point_count: [stored.point_count, points], chunk_bytes: [stored.chunk_bytes, bytes] } as const;
  return Object.entries(pairs)
    .filter(([, [one, other]]) => Number(one) !== other)
    .map(([column, [one, other]]) => ({
      keyId: null,
      place: "run_summary",
      what: `${column} is ${one} and not ${other}`,
    }));
}

/** Each key's entry in a summary against its chunks, and keys that only one of the two has. */
function compare<Stored>(
  place: string,
  stored: ReadonlyMap<number, Stored>,
  computed: ReadonlyMap<number, SeriesStats>,
  unreadable: ReadonlySet<number>,
  check: (stored: Stored, computed: SeriesStats) => string[],
): Fault[] {
  const keyIds = [...new Set([...stored.keys(), ...computed.keys()])].filter((keyId) => !unreadable.has(keyId));
  return keyIds.flatMap((keyId) => {
    const [one, other] = [stored.get(keyId), computed.get(keyId)];
    if (other === undefined) return [{ keyId, place, what: "the key has no chunks" }];
    if (one === undefined) return [{ keyId, place, what: "the key is missing" }];
    return check(one, other).map((what) => ({ keyId, place, what }));
  });
}
