import { z } from "zod";

/** Rows of an MLflow database, of whichever version, as they are read here. */
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");
/** Ids are numbers in some versions and texts in others. */
const id = z.union([z.string(), z.number(), z.bigint()]).transform(String);
const whole = z.union([z.number(), z.bigint(), z.string()]).transform(Number);
const time = whole.nullish().transform((value) => value ?? null);
const float = z
  .union([z.number(), z.bigint(), z.string()])
  .nullish()
  .transform((value) => Number(value ?? Number.NaN));
const flag = z
  .union([z.boolean(), z.number(), z.bigint()])
  .nullish()
  .transform((value) => Boolean(value ?? false));

export const EntryRow = z.object({ key: z.string(), value: text });

export const ExperimentRow = z.object({
  experiment_id: id,
  name: z.string(),
  lifecycle_stage: text,
  creation_time: time,
  last_update_time: time,
});

export const RunRow = z.object({
  run_uuid: z.string(),
  experiment_id: id,
  name: text,
  user_id: text,
  status: text,
  start_time: time,
  end_time: time,
  lifecycle_stage: text,
  artifact_uri: text,
});
export type RunRow = z.output<typeof RunRow>;

export const MetricKeyRow = z.object({ key: z.string(), points: whole, newest: time });

export const MetricRow = z.object({
  key: z.string(),
  timestamp: whole,
  value: float,
  step: whole.nullish().transform((value) => value ?? 0),
  is_nan: flag,
});

export const DatasetRow = z.object({
  input_uuid: z.string(),
  name: z.string(),
  digest: z.string(),
  dataset_source_type: text,
  dataset_source: text,
  dataset_schema: z.string().nullish(),
  dataset_profile: z.string().nullish(),
});

export const ModelLinkRow = z.object({
  source_type: z.string(),
  destination_id: z.string(),
  step: whole.nullish().transform((value) => value ?? 0),
});

export const LoggedModelRow = z.object({
  model_id: z.string(),
  experiment_id: id,
  name: text,
  model_type: text,
  status: whole,
  source_run_id: text,
  artifact_location: text,
  creation_timestamp_ms: time,
  last_updated_timestamp_ms: time,
  lifecycle_stage: text,
});

export const ModelMetricRow = z.object({
  metric_name: z.string(),
  metric_value: float,
  metric_timestamp_ms: whole,
  metric_step: whole,
  run_id: text,
  dataset_name: text,
  dataset_digest: text,
});

export const ModelRow = z.object({
  name: z.string(),
  description: text,
  creation_time: time,
  last_updated_time: time,
});

export const AliasRow = z.object({ alias: z.string(), version: whole });

export const VersionRow = z.object({
  version: whole,
  description: text,
  user_id: text,
  current_stage: text,
  source: text,
  run_id: text,
  run_link: text,
  storage_location: text,
  status: text,
  creation_time: time,
  last_updated_time: time,
});

export const VersionTagRow = z.object({ key: z.string(), value: text, version: whole });

export const CountRow = z.object({ count: whole });
