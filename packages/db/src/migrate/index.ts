export { checkExternalDatabase, ExternalDatabaseError } from "./check-external.ts";
export { createMigration } from "./create-migration.ts";
export { DatabaseNewerThanCodeError, FailedMigrationError, MigrationChangedError, MigrationError } from "./errors.ts";
export { migrate } from "./migrate.ts";
export { schemaScript } from "./schema-script.ts";
