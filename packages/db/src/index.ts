export { AccessChangedError } from "./access-changed.ts";
export { type Db, openDb } from "./db.ts";
export { GroupCommit, type Outcome } from "./group-commit.ts";
export { type LiveNotice, listenLive, notifyLive } from "./live.ts";
export { LivePulse } from "./live-pulse.ts";
export { UnwritableRunError } from "./metrics/errors.ts";
export type { MetricObserver } from "./metrics/metric-observer.ts";
export type {
  LatestPoint,
  MetricStore,
  PointBatch,
  SeriesQuery,
  StoredSeries,
  TimeRange,
} from "./metrics/metric-store.ts";
export { type MetricStoreOptions, PgMetricStore } from "./metrics/pg-metric-store.ts";
export type { SeriesPart } from "./metrics/series-export.ts";
export { keepPresence } from "./presence.ts";
export * as accessVersion from "./repositories/access-version.ts";
export * as artifactUploads from "./repositories/artifact-uploads.ts";
export * as artifacts from "./repositories/artifacts.ts";
export * as auditEvents from "./repositories/audit-events.ts";
export * as creations from "./repositories/creations.ts";
export * as datasets from "./repositories/datasets.ts";
export * as deletion from "./repositories/deletion.ts";
export * as entitySearch from "./repositories/entity-search.ts";
export * as experiments from "./repositories/experiments.ts";
export * as imports from "./repositories/imports.ts";
export * as lineage from "./repositories/lineage.ts";
export * as loggedModels from "./repositories/logged-models.ts";
export * as logs from "./repositories/logs.ts";
export * as members from "./repositories/members.ts";
export * as modelVersions from "./repositories/model-versions.ts";
export * as params from "./repositories/params.ts";
export * as projects from "./repositories/projects.ts";
export * as registeredModels from "./repositories/registered-models.ts";
export * as runEntries from "./repositories/run-entries.ts";
export * as runRecords from "./repositories/run-records.ts";
export * as runSearch from "./repositories/run-search.ts";
export * as runTags from "./repositories/run-tags.ts";
export * as runs from "./repositories/runs.ts";
export * as savedViews from "./repositories/saved-views.ts";
export * as server from "./repositories/server.ts";
export * as serviceAccounts from "./repositories/service-accounts.ts";
export * as sessions from "./repositories/sessions.ts";
export * as setupTokens from "./repositories/setup-tokens.ts";
export * as storage from "./repositories/storage.ts";
export * as tokens from "./repositories/tokens.ts";
export * as users from "./repositories/users.ts";
export * as webhookDeliveries from "./repositories/webhook-deliveries.ts";
export * as webhooks from "./repositories/webhooks.ts";
export * as workspaces from "./repositories/workspaces.ts";
export { SearchNames } from "./search-names.ts";
export type { SqlStore, Statement, Store } from "./store.ts";
export { isUniqueViolation } from "./unique-violation.ts";
