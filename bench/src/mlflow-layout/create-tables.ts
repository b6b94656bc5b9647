/**
 * MLflow 3.17's tables with the columns and indexes its migrations make. Left out, in the peer's favour: foreign keys
 * and checks, and columns of runs that no query here reads.
 */
export const CREATE_TABLES = `
  CREATE TABLE runs (
    run_uuid varchar(32) NOT NULL CONSTRAINT run_pk PRIMARY KEY, name varchar(250), status varchar(9),
    start_time bigint, lifecycle_stage varchar(20), experiment_id integer);
  CREATE TABLE params (
    key varchar(250) NOT NULL, value varchar(8000) NOT NULL, run_uuid varchar(32) NOT NULL,
    CONSTRAINT param_pk PRIMARY KEY (key, run_uuid));
  CREATE INDEX index_params_run_uuid ON params (run_uuid);
  CREATE TABLE metrics (
    key varchar(250) NOT NULL, value double precision NOT NULL, timestamp bigint NOT NULL,
    run_uuid varchar(32) NOT NULL, step bigint NOT NULL DEFAULT 0, is_nan boolean NOT NULL DEFAULT false);
  CREATE TABLE latest_metrics (
    key varchar(250) NOT NULL, value double precision NOT NULL, timestamp bigint, step bigint NOT NULL,
    is_nan boolean NOT NULL, run_uuid varchar(32) NOT NULL,
    CONSTRAINT latest_metric_pk PRIMARY KEY (key, run_uuid));
  CREATE INDEX index_latest_metrics_run_uuid ON latest_metrics (run_uuid);`;

/** Apart, so that a load may build them when its rows are in: packed, as they never are in daily use. */
export const CREATE_METRIC_INDEXES = `
  SET maintenance_work_mem = '512MB';
  ALTER TABLE metrics ADD CONSTRAINT metric_pk PRIMARY KEY (key, timestamp, step, run_uuid, value, is_nan);
  CREATE INDEX index_metrics_run_uuid ON metrics (run_uuid);
  CREATE INDEX index_metrics_run_uuid_key_step ON metrics (run_uuid, key, step);
  ANALYZE metrics;`;

export const DROP_METRIC_INDEXES = `
  TRUNCATE metrics, latest_metrics;
  ALTER TABLE metrics DROP CONSTRAINT metric_pk;
  DROP INDEX index_metrics_run_uuid, index_metrics_run_uuid_key_step;`;
