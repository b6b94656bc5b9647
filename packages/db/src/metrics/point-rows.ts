import { arrayLiteral } from "../convert.ts";
import type { PointBatch } from "./metric-store.ts";

export interface ResolvedBatch extends PointBatch {
  keyIds: Map<string, number>;
}

interface PointRow {
  runId: string;
  keyId: number;
  step: number;
  timeMs: number;
  value: number;
}

/** The five array parameters of insertPoints, in primary-key order. */
export function pointParameters(batches: readonly ResolvedBatch[]): string[] {
  const rows = batches.flatMap(batchRows).sort(byPrimaryKey);
  return [
    arrayLiteral(rows.map((row) => row.runId)),
    arrayLiteral(rows.map((row) => row.keyId)),
    arrayLiteral(rows.map((row) => row.step)),
    arrayLiteral(rows.map((row) => row.timeMs)),
    arrayLiteral(rows.map((row) => row.value)),
  ];
}

function batchRows(batch: ResolvedBatch): PointRow[] {
  return batch.series.flatMap(({ key, steps, timesMs, values }) => {
    const keyId = batch.keyIds.get(key) ?? missingKey(key);
    return Array.from(steps, (step, at) => ({
      runId: batch.runId,
      keyId,
      step,
      timeMs: timesMs[at] ?? 0,
      // -0 and 0 are one value to the store; writing 0 keeps what is read back independent of which came first.
      value: (values[at] ?? Number.NaN) + 0,
    }));
  });
}

function byPrimaryKey(a: PointRow, b: PointRow): number {
  if (a.runId !== b.runId) return a.runId < b.runId ? -1 : 1;
  return a.keyId - b.keyId || a.step - b.step || a.timeMs - b.timeMs;
}

function missingKey(key: string): never {
  throw new Error(`metric key ${key} has no id`);
}
