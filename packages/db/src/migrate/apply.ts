import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { Migration } from "./migrations-on-disk.ts";

export const LOCKFILE_CONTENT = '# Written by Prisma tools; keep it under version control.\nprovider = "postgresql"\n';

/** The shape in which the schema engine wants to be given migrations. */
export function toMigrationList(migrations: readonly Migration[]): MigrationList {
  return {
    baseDir: "migrations",
    lockfile: { path: "migration_lock.toml", content: LOCKFILE_CONTENT },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}

/** Applies what is missing. Loads the engine here, at the last moment: most starts have nothing to apply. */
export async function applyMigrations({
  url,
  migrations,
}: {
  url: string;
  migrations: readonly Migration[];
}): Promise<void> {
  const { withSchemaEngine } = await import("./schema-engine.ts");
  const filters = { externalTables: [], externalEnums: [] };
  await withSchemaEngine({
    url,
    use: (engine) => engine.applyMigrations({ migrationsList: toMigrationList(migrations), filters }),
  });
}
