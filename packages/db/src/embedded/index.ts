export { DataDirectoryInUseError, EmbeddedPostgresError } from "./errors.ts";
export { findRunningPostgres } from "./find-running.ts";
export { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from "./start.ts";
