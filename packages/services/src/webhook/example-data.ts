import type { WebhookEvent } from "@assay/contract";

const model = { name: "example_model" };
const version = { ...model, version: "1" };
const prompt = { name: "example_prompt" };
const promptVersion = { ...prompt, version: "1" };
const tags = { example_key: "example_value" };
const tag = { key: "example_key", value: "example_value" };
const alias = { alias: "example_alias" };
const run = {
  run_id: "0123456789abcdef0123456789abcdef",
  run_name: "example_run",
  experiment_id: "0",
  experiment_name: "Default",
  start_time: 1_700_000_000_000,
  user: "Ada Lovelace",
  path: "/team/main/runs/0123456789abcdef0123456789abcdef",
};

/** What a test sends; for MLflow's events, the examples that MLflow sends. */
export const EXAMPLE_DATA: Record<WebhookEvent, object> = {
  "run.created": { ...run, status: "running", end_time: null },
  "run.finished": { ...run, status: "finished", end_time: 1_700_000_060_000 },
  "experiment.created": {
    experiment_id: "1",
    name: "example_experiment",
    description: "An example experiment",
    tags,
    path: "/team/main/experiments/1",
  },
  "registered_model.created": { ...model, tags, description: "An example registered model" },
  "model_version.created": {
    ...version,
    source: "models:/123",
    run_id: "abcd1234abcd5678",
    tags,
    description: "An example model version",
  },
  "model_version_tag.set": { ...version, ...tag },
  "model_version_tag.deleted": { ...version, key: tag.key },
  "model_version_alias.created": { ...model, ...alias, version: "1" },
  "model_version_alias.deleted": { ...model, ...alias },
  "prompt.created": { ...prompt, tags, description: "An example prompt" },
  "prompt_version.created": {
    ...promptVersion,
    template: "Hello {{name}}!",
    tags,
    description: "An example prompt version",
  },
  "prompt_tag.set": { ...prompt, ...tag },
  "prompt_tag.deleted": { ...prompt, key: tag.key },
  "prompt_version_tag.set": { ...promptVersion, ...tag },
  "prompt_version_tag.deleted": { ...promptVersion, key: tag.key },
  "prompt_alias.created": { ...prompt, ...alias, version: "1" },
  "prompt_alias.deleted": { ...prompt, ...alias },
};
