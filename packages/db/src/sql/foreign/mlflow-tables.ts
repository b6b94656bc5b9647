import type { ForeignDatabase } from "../../foreign/foreign-database.ts";

/*
 * Statements against the database of an MLflow server, of whichever version: a column or table that it does not have yet
 * stands as NULL or as no rows. SQLite and PostgreSQL both read them. Each text goes by MLflow's own indexes, which are
 * by run, experiment and name.
 */
type Tables = ForeignDatabase["tables"];

/** The column, or NULL under its name where the table is from before it. */
const column = (tables: Tables, table: string, name: string): string =>
  tables.get(table)?.has(name) === true ? `t.${name}` : `NULL AS ${name}`;

const columns = (tables: Tables, table: string, names: readonly string[]): string =>
  names.map((name) => column(tables, table, name)).join(", ");

/** Rows of one workspace where there are several; `$1` is its name then. */
const inWorkspace = (tables: Tables, table: string): string =>
  tables.get(table)?.has("workspace") === true ? "t.workspace = $1" : "CAST($1 AS TEXT) = CAST($1 AS TEXT)";

/** Parameters: workspace. */
export const experiments = (tables: Tables): string => `
  SELECT t.experiment_id, t.name, t.lifecycle_stage, ${columns(tables, "experiments", ["creation_time", "last_update_time"])}
  FROM experiments t WHERE ${inWorkspace(tables, "experiments")} ORDER BY t.experiment_id`;

/** Parameters: experiment id. */
export const experimentTags = `
  SELECT t.key, t.value FROM experiment_tags t WHERE t.experiment_id = $1 ORDER BY t.key`;

/** Parameters: experiment id. */
export const runs = (tables: Tables): string => `
  SELECT t.run_uuid, t.experiment_id, ${columns(tables, "runs", ["name", "user_id"])}, t.status, t.start_time, t.end_time,
    t.lifecycle_stage, t.artifact_uri
  FROM runs t WHERE t.experiment_id = $1 ORDER BY t.start_time, t.run_uuid`;

/** Parameters: run id. */
export const params = "SELECT t.key, t.value FROM params t WHERE t.run_uuid = $1 ORDER BY t.key";

/** Parameters: run id. */
export const tags = "SELECT t.key, t.value FROM tags t WHERE t.run_uuid = $1 ORDER BY t.key";

/** The keys of a run's metrics, with how many points each has. Parameters: run id. */
export const metricKeys = `
  SELECT t.key, count(*) AS points, max(t.timestamp) AS newest
  FROM metrics t WHERE t.run_uuid = $1 GROUP BY t.key ORDER BY t.key`;

/** Every point of a run. Parameters: run id. */
export const metrics = (tables: Tables): string => `
  SELECT t.key, t.timestamp, t.value, ${columns(tables, "metrics", ["step", "is_nan"])}
  FROM metrics t WHERE t.run_uuid = $1 ORDER BY t.key`;

/** What a run read. Parameters: run id. */
export const datasets = `
  SELECT i.input_uuid, t.name, t.digest, t.dataset_source_type, t.dataset_source, t.dataset_schema, t.dataset_profile
  FROM inputs i JOIN datasets t ON t.dataset_uuid = i.source_id
  WHERE i.source_type = 'DATASET' AND i.destination_type = 'RUN' AND i.destination_id = $1
  ORDER BY t.name, t.digest, i.input_uuid`;

/** Parameters: input uuid. */
export const inputTags = "SELECT t.name AS key, t.value FROM input_tags t WHERE t.input_uuid = $1 ORDER BY t.name";

/** The logged models a run read and made. Parameters: run id. */
export const modelLinks = (tables: Tables): string => `
  SELECT t.source_type, t.destination_id, ${column(tables, "inputs", "step")}
  FROM inputs t
  WHERE t.source_type IN ('RUN_INPUT', 'RUN_OUTPUT') AND t.source_id = $1
    AND t.destination_type IN ('MODEL_INPUT', 'MODEL_OUTPUT')
  ORDER BY t.source_type, t.destination_id`;

/** Parameters: experiment id. */
export const loggedModels = `
  SELECT t.model_id, t.experiment_id, t.name, t.model_type, t.status, t.source_run_id, t.artifact_location,
    t.creation_timestamp_ms, t.last_updated_timestamp_ms, t.lifecycle_stage
  FROM logged_models t WHERE t.experiment_id = $1 ORDER BY t.creation_timestamp_ms, t.model_id`;

/** Parameters: model id. */
export const loggedModelParams = `
  SELECT t.param_key AS key, t.param_value AS value FROM logged_model_params t WHERE t.model_id = $1 ORDER BY t.param_key`;

/** Parameters: model id. */
export const loggedModelTags = `
  SELECT t.tag_key AS key, t.tag_value AS value FROM logged_model_tags t WHERE t.model_id = $1 ORDER BY t.tag_key`;

/** Parameters: model id. */
export const loggedModelMetrics = `
  SELECT t.metric_name, t.metric_value, t.metric_timestamp_ms, t.metric_step, t.run_id, t.dataset_name, t.dataset_digest
  FROM logged_model_metrics t WHERE t.model_id = $1
  ORDER BY t.metric_name, t.metric_step, t.metric_timestamp_ms`;

/** Parameters: workspace. */
export const models = (tables: Tables): string => `
  SELECT t.name, t.description, t.creation_time, t.last_updated_time
  FROM registered_models t WHERE ${inWorkspace(tables, "registered_models")} ORDER BY t.name`;

const OF_MODEL = ["registered_model_tags", "registered_model_aliases", "model_version_tags"] as const;
type OfModel = (typeof OF_MODEL)[number];

/** Tags or aliases of a model. Parameters: workspace, name. */
export const ofModel = (tables: Tables, table: OfModel, selected: readonly string[]): string => `
  SELECT ${columns(tables, table, selected)}
  FROM ${table} t WHERE ${inWorkspace(tables, table)} AND t.name = $2 ORDER BY 1, 2`;

/** Parameters: workspace, name. */
export const versions = (tables: Tables): string => `
  SELECT t.version, t.description, t.user_id, t.current_stage, t.source, t.run_id, t.status, t.creation_time,
    t.last_updated_time, ${columns(tables, "model_versions", ["run_link", "storage_location"])}
  FROM model_versions t WHERE ${inWorkspace(tables, "model_versions")} AND t.name = $2
    AND t.current_stage <> 'Deleted_Internal' ORDER BY t.version`;

/** How many rows a table has. */
export const countOf = (table: "trace_info" | "evaluation_datasets" | "webhooks"): string =>
  `SELECT count(*) AS count FROM ${table} t`;

/** How many experiments are of other workspaces. Parameters: workspace. */
export const experimentsElsewhere = "SELECT count(*) AS count FROM experiments t WHERE t.workspace <> $1";
