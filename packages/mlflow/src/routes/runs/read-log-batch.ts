import type { MetricEntry } from "./log-entries.ts";
import { readMetricEntry } from "./read-metric-entry.ts";
import { readRunId } from "./read-run-id.ts";

interface PlainBatch {
  run_id: string;
  metrics: MetricEntry[];
  params: { key: string; value: string }[];
  tags: { key: string; value: string }[];
}

/** A log-batch request with metrics alone, without its schema; null where that has to look. */
export function readLogBatch(raw: unknown): PlainBatch | null {
  if (typeof raw !== "object" || raw === null) return null;
  const { run_id, run_uuid = run_id, metrics, params, tags }: Partial<Record<string, unknown>> = { ...raw };
  const runId = readRunId(run_id, run_uuid);
  if (runId === null || !Array.isArray(metrics) || !isNothing(params) || !isNothing(tags)) return null;
  const entries: MetricEntry[] = [];
  for (const metric of metrics) {
    const entry = readMetricEntry(metric);
    if (entry === null) return null;
    entries.push(entry);
  }
  return { run_id: runId, metrics: entries, params: [], tags: [] };
}

const isNothing = (list: unknown): boolean =>
  list === undefined || list === null || (Array.isArray(list) && list.length === 0);
