export { type ApiAppDeps, createApiApp } from "./api-app.ts";
export { ARTIFACT_ROUTES } from "./routes/artifact-routes.ts";
export { EXPORT_ROUTES } from "./routes/export-routes.ts";
export { INGEST_ROUTES } from "./routes/ingest-routes.ts";
export { LOG_ROUTES } from "./routes/log-routes.ts";
export { MONITORING_ROUTES } from "./routes/monitoring-routes.ts";
export { SERIES_ROUTES } from "./routes/series-routes.ts";
export { type RunningServer, type ServerOptions, startServer } from "./start-server.ts";
