import { z } from "zod";

/** What MLflow's REST answers hold, as far as it is imported; protobuf's JSON leaves out what is empty. */
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");
const number = z.union([z.number(), z.string()]).transform(Number);
const time = number.nullish().transform((value) => (value === undefined ? null : value));
const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((list) => list ?? []);

const Entry = z.object({ key: z.string(), value: text });
const entries = listOf(Entry);
const token = z
  .string()
  .nullish()
  .transform((value) => value ?? "");

export const ExperimentPage = z.object({
  experiments: listOf(
    z.object({
      experiment_id: z.string(),
      name: z.string(),
      lifecycle_stage: text,
      creation_time: time,
      last_update_time: time,
      tags: entries,
    }),
  ),
  next_page_token: token,
});

const Metric = z.object({
  key: z.string(),
  value: number,
  timestamp: number.nullish().transform((value) => value ?? 0),
  step: number.nullish().transform((value) => value ?? 0),
  run_id: text,
  dataset_name: text,
  dataset_digest: text,
});

const Dataset = z.object({
  name: z.string(),
  digest: z.string(),
  source_type: text,
  source: text,
  schema: z.string().nullish(),
  profile: z.string().nullish(),
});

const Run = z.object({
  info: z.object({
    run_id: z.string().optional(),
    run_uuid: z.string().optional(),
    run_name: text,
    experiment_id: z.string(),
    user_id: text,
    status: text,
    start_time: time,
    end_time: time,
    lifecycle_stage: text,
    artifact_uri: text,
  }),
  data: z
    .object({ metrics: listOf(Metric), params: entries, tags: entries })
    .default({ metrics: [], params: [], tags: [] }),
  inputs: z
    .object({
      dataset_inputs: listOf(z.object({ tags: entries, dataset: Dataset })),
      model_inputs: listOf(z.object({ model_id: z.string() })),
    })
    .nullish(),
  outputs: z.object({ model_outputs: listOf(z.object({ model_id: z.string(), step: number.nullish() })) }).nullish(),
});
export type WireRun = z.output<typeof Run>;

export const RunAnswer = z.object({ run: Run });
export const RunPage = z.object({ runs: listOf(Run), next_page_token: token });
export const HistoryPage = z.object({ metrics: listOf(Metric), next_page_token: token });

const LoggedModel = z.object({
  info: z.object({
    model_id: z.string(),
    experiment_id: z.string(),
    name: text,
    creation_timestamp_ms: time,
    last_updated_timestamp_ms: time,
    artifact_uri: text,
    status: text,
    model_type: text,
    source_run_id: text,
    tags: entries,
  }),
  data: z.object({ params: entries, metrics: listOf(Metric) }).nullish(),
});
export type WireLoggedModel = z.output<typeof LoggedModel>;
export const LoggedModelPage = z.object({ models: listOf(LoggedModel), next_page_token: token });

export const ModelPage = z.object({
  registered_models: listOf(
    z.object({
      name: z.string(),
      description: text,
      creation_timestamp: time,
      last_updated_timestamp: time,
      tags: entries,
      aliases: listOf(z.object({ alias: z.string(), version: number })),
    }),
  ),
  next_page_token: token,
});

export const VersionPage = z.object({
  model_versions: listOf(
    z.object({
      name: z.string(),
      version: number,
      description: text,
      user_id: text,
      current_stage: text,
      source: text,
      run_id: text,
      run_link: text,
      model_id: text,
      status: text,
      creation_timestamp: time,
      last_updated_timestamp: time,
      tags: entries,
    }),
  ),
  next_page_token: token,
});

export const FilePage = z.object({
  files: listOf(z.object({ path: z.string(), is_dir: z.boolean().nullish(), file_size: number.nullish() })),
  next_page_token: token,
});
