import { isTime, StoredKey } from "@assay/contract";
import type { KeyPoints } from "@assay/domain";
import type { SourcePoints } from "../source/mlflow-source.ts";
import type { Notes } from "./notes.ts";

/** What MLflow's databases keep in the place of an infinity. */
const CLAMPED = 1.7976931348623157e308;

/** The points that can be kept here; null when none of them can. */
export function fitPoints(page: SourcePoints, notes: Notes): KeyPoints | null {
  const { key, steps, values, isInSeconds = false } = page;
  const parsed = StoredKey.safeParse(key);
  if (!parsed.success) {
    const why = parsed.error.issues[0]?.message ?? "their key cannot be kept";
    notes.missing("metric points", why, JSON.stringify(key), steps.length);
    return null;
  }
  const timesMs = isInSeconds ? page.timesMs.map((seconds) => seconds * 1_000) : page.timesMs;
  if (isInSeconds)
    notes.changed("metric points", "their times were in seconds, as before MLflow 1.0", key, steps.length);
  const clamped = values.filter((value) => Math.abs(value) === CLAMPED).length;
  if (clamped > 0) {
    const why = "±1.797e308 is what MLflow keeps for ±Infinity; they came as MLflow has them";
    notes.changed("metric points", why, key, clamped);
  }
  const isKept = (at: number): boolean =>
    Number.isSafeInteger(steps[at]) && Number.isFinite(timesMs[at]) && isTime(timesMs[at]) && values[at] !== undefined;
  const kept = values.flatMap((_, at) => (isKept(at) ? [at] : []));
  if (kept.length === values.length) return { key, steps, timesMs, values };
  const why = "a step beyond ±2^53 or a time before 1970 or after 9999";
  notes.missing("metric points", why, key, values.length - kept.length);
  if (kept.length === 0) return null;
  const pick = (from: readonly number[]): number[] => kept.map((at) => from[at] ?? 0);
  return { key, steps: pick(steps), timesMs: pick(timesMs), values: pick(values) };
}
