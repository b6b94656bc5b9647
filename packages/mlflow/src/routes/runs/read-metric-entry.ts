import { isEntryKey } from "@assay/contract";
import type { MetricEntry } from "./log-entries.ts";

const BY_NAME = { NaN: Number.NaN, Infinity: Number.POSITIVE_INFINITY, "-Infinity": Number.NEGATIVE_INFINITY };
const OF_NO_MODEL = { model_id: undefined, dataset_name: undefined, dataset_digest: undefined };
const FIELDS = new Set(["key", "value", "timestamp", "step"]);

/** What metricEntry makes of a plain point, many times faster; null where the schema has to look. */
export function readMetricEntry(raw: unknown): MetricEntry | null {
  if (typeof raw !== "object" || raw === null) return null;
  for (const name in raw) if (!FIELDS.has(name)) return null;
  const { key, value, timestamp, step }: Partial<Record<string, unknown>> = { ...raw };
  const number = readValue(value);
  if (!isEntryKey(key) || number === null || !isInt64(timestamp) || timestamp < 0) return null;
  if (step !== undefined && !isInt64(step)) return null;
  return { key, value: number, timestamp, step, ...OF_NO_MODEL };
}

function readValue(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  return typeof value === "string" && isName(value) ? BY_NAME[value] : null;
}

const isName = (text: string): text is keyof typeof BY_NAME => Object.hasOwn(BY_NAME, text);

const isInt64 = (value: unknown): value is number => Number.isSafeInteger(value);
