import type { MetricEntry } from "./log-entries.ts";
import { readMetricEntry } from "./read-metric-entry.ts";
import { readRunId } from "./read-run-id.ts";

/** A plain log-metric request, without its schema; null where that has to look. */
export function readLogMetric(raw: unknown): (MetricEntry & { run_id: string }) | null {
  if (typeof raw !== "object" || raw === null) return null;
  const { run_id, run_uuid = run_id, ...point }: Partial<Record<string, unknown>> = { ...raw };
  const runId = readRunId(run_id, run_uuid);
  const entry = runId === null ? null : readMetricEntry(point);
  return runId === null || entry === null ? null : { run_id: runId, ...entry };
}
