import { RunId } from "@assay/contract";
import type { LogMetricsInput } from "@assay/services";
import { isRecord, type PlainPoint, readPlainPoint } from "./read-plain-point.ts";

interface Columns {
  key: string;
  steps: number[];
  timesMs: number[];
  values: number[];
}

/** A log-metric request of plain fields, without its schema; null where that has to look. */
export function readPlainLogMetric(raw: unknown): LogMetricsInput | null {
  if (!isRecord(raw)) return null;
  const runId = readRunId(raw);
  const point = readPlainPoint(raw, "run_uuid" in raw ? 2 : 1);
  return runId === null || point === null ? null : { runId, metrics: [newColumns(point)] };
}

/** A log-batch request of nothing but up to `most` plain points; null where its schema has to look. */
export function readPlainLogBatch(raw: unknown, most: number): LogMetricsInput | null {
  if (!isRecord(raw) || !isNothing(raw.params) || !isNothing(raw.tags)) return null;
  const runId = readRunId(raw);
  if (runId === null || !Array.isArray(raw.metrics) || raw.metrics.length > most) return null;
  const byKey = new Map<string, Columns>();
  for (const metric of raw.metrics) {
    const point = isRecord(metric) ? readPlainPoint(metric, 0, byKey) : null;
    if (point === null) return null;
    const columns = byKey.get(point.key);
    if (columns === undefined) byKey.set(point.key, newColumns(point));
    else addPoint(columns, point);
  }
  return { runId, metrics: [...byKey.values()] };
}

const newColumns = ({ key, step, timestamp, value }: PlainPoint): Columns => ({
  key,
  steps: [step],
  timesMs: [timestamp],
  values: [value],
});

function addPoint(columns: Columns, { step, timestamp, value }: PlainPoint): void {
  columns.steps.push(step);
  columns.timesMs.push(timestamp);
  columns.values.push(value);
}

/** The run that a request names, once or under both of the field's names; null for anything unusual. */
function readRunId({ run_id, run_uuid = run_id }: Record<string, unknown>): RunId | null {
  const parsed = run_id === run_uuid ? RunId.safeParse(run_id) : null;
  return parsed?.success ? parsed.data : null;
}

const isNothing = (list: unknown): boolean =>
  list === undefined || list === null || (Array.isArray(list) && list.length === 0);
