import type { PointColumns } from "@assay/domain";
import { toInt64 } from "../../wire/write-json.ts";

export interface HistoryPoint {
  key: string;
  value: number;
  timestamp: number;
  step: number;
}

/** One point of a series as the protocol shows it. */
export const historyPoint = (key: string, { steps, timesMs, values }: PointColumns, at: number): HistoryPoint => ({
  key,
  value: values[at] ?? Number.NaN,
  timestamp: timesMs[at] ?? 0,
  step: toInt64(steps[at] ?? 0),
});
