import type { PointColumns } from "@assay/domain";
import { toInt64 } from "../../wire/write-json.ts";

export interface HistoryPoint {
  key: string;
  value: number;
  timestamp: number;
  step: number;
}

/** A series as the protocol's points, ordered by time, step and value. */
export function historyPoints(key: string, { steps, timesMs, values }: PointColumns): HistoryPoint[] {
  const points = Array.from(values, (value, at) => ({
    key,
    value,
    timestamp: timesMs[at] ?? 0,
    step: toInt64(steps[at] ?? 0),
  }));
  return points.sort((a, b) => a.timestamp - b.timestamp || a.step - b.step || byValue(a.value, b.value));
}

/** NaN after every number, and equal infinities equal. */
function byValue(a: number, b: number): number {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) ? 1 : -1;
  return a < b ? -1 : 1;
}
