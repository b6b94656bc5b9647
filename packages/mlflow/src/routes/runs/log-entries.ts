import { firstCharacters, invalidInput, LIMITS } from "@assay/contract";
import type { LogInput, ModelMetricInput } from "@assay/services";
import { z } from "zod";
import { field } from "../../wire/field.ts";
import { toLoggedModelId } from "../../wire/to-logged-model-id.ts";
import { toRecord } from "../../wire/to-record.ts";

type Entries = readonly { key: string; value: string }[];

/** One metric point on the wire. */
export const metricEntry = z.object({
  key: field.key(),
  value: field.double(),
  timestamp: field.int64(0),
  step: field.optional(field.int64()),
  model_id: field.optional(field.text()),
  dataset_name: field.optional(field.text()),
  dataset_digest: field.optional(field.text()),
});
export type MetricEntry = z.output<typeof metricEntry>;

/** Tags with values cut to what is kept, as MLflow does. */
export const tagRecord = (tags: Entries): Record<string, string> => toRecord(cut(tags, LIMITS.tagValueLength));

/** Params, cut likewise; the same key twice in one request is an error. */
export function paramRecord(params: Entries): Record<string, string> {
  const keys = params.map((param) => param.key);
  const repeated = keys.find((key, at) => keys.indexOf(key) !== at);
  if (repeated !== undefined)
    throw invalidInput(`Duplicate parameter keys have been submitted: '${repeated}'`, "params");
  return toRecord(cut(params, LIMITS.paramValueLength));
}

const cut = (entries: Entries, length: number) =>
  entries.map(({ key, value }) => ({ key, value: firstCharacters(value, length) }));

/** Points by key, as the store takes them. */
export function pointsByKey(metrics: readonly MetricEntry[]): NonNullable<LogInput["metrics"]> {
  const byKey = new Map<string, { key: string; steps: number[]; timesMs: number[]; values: number[] }>();
  for (const { key, step = 0, timestamp, value } of metrics) {
    const columns = byKey.get(key) ?? { key, steps: [], timesMs: [], values: [] };
    if (columns.steps.length === 0) byKey.set(key, columns);
    columns.steps.push(step);
    columns.timesMs.push(timestamp);
    columns.values.push(value);
  }
  return [...byKey.values()];
}

/** Those points that say which logged model they are about. */
export function modelMetrics(metrics: readonly MetricEntry[]): ModelMetricInput[] {
  return metrics.flatMap((metric) => {
    const { key, value, timestamp, step = 0, model_id, dataset_name = "", dataset_digest = "" } = metric;
    if ((dataset_name === "") !== (dataset_digest === "")) {
      throw invalidInput("dataset_name and dataset_digest must both be given, or neither", "dataset_name");
    }
    if (model_id === undefined || model_id === "") return [];
    const loggedModelId = toLoggedModelId(model_id);
    return [
      { loggedModelId, key, value, timeMs: timestamp, step, datasetName: dataset_name, datasetDigest: dataset_digest },
    ];
  });
}
