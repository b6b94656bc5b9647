export { Assay, type NewRun } from "./assay.ts";
export { AssayError } from "./assay-error.ts";
export type { FileContent } from "./file-content.ts";
export type { AssayOptions } from "./options.ts";
export type { DatasetDescription, LogOptions, RunHandle } from "./run-handle.ts";
export type { LogLineOptions, TelemetryOptions } from "./run-telemetry.ts";
