import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { DiffTarget } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { LOCKFILE_CONTENT } from "./apply.ts";
import { MigrationError } from "./errors.ts";
import { withSchemaEngine } from "./schema-engine.ts";
import { readSchemaFiles, writeSchemaFiles } from "./schema-files.ts";

/** The datamodel the last migration ended with: live introspection is not available, so it is kept beside the SQL. */
const SNAPSHOT = "schema.snapshot";

type CreateMigration = {
  /** Words that say what changes, joined by underscores or hyphens. */
  readonly slug: string;
  readonly schemaDir: string;
  readonly migrationsDir: string;
  /** A running PostgreSQL the engine may connect to; the difference is computed without reading it. */
  readonly url: string;
  readonly now: Date;
};

const timestamp = (now: Date) => now.toISOString().replace(/[-:T]/g, "").slice(0, 14);

const withModels = (files: Awaited<ReturnType<typeof readSchemaFiles>>): DiffTarget =>
  files.length === 0 ? { tag: "empty" } : { tag: "schemaDatamodel", files };

/**
 * Writes a migration with the SQL that leads from the last migration's datamodel to `prisma/schema`.
 * @returns the written file, or undefined when the two do not differ.
 * @throws MigrationError for a bad slug; the engine's own error for a schema that is not valid.
 */
export async function createMigration({
  slug: asked,
  schemaDir,
  migrationsDir,
  url,
  now,
}: CreateMigration): Promise<string | undefined> {
  const slug = asked.replaceAll("-", "_");
  if (!/^[a-z0-9]+(_[a-z0-9]+)*$/.test(slug)) {
    throw new MigrationError(
      `"${asked}" is not a migration name. Use lower-case words joined by hyphens, such as add-run-notes.`,
    );
  }
  const snapshotDir = path.join(migrationsDir, SNAPSHOT);
  const [before, after] = await Promise.all([readSchemaFiles(snapshotDir), readSchemaFiles(schemaDir)]);
  const filters = { externalTables: [], externalEnums: [] };
  const difference = { from: withModels(before), to: withModels(after), script: true, exitCode: null, filters };
  const { stdout } = await withSchemaEngine({ url, use: (engine) => engine.diff(difference) });
  if (stdout === null || stdout.trim() === "" || stdout.includes("This is an empty migration")) return undefined;

  const file = path.join(migrationsDir, `${timestamp(now)}_${slug}`, "migration.sql");
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, stdout);
  await writeFile(path.join(migrationsDir, "migration_lock.toml"), LOCKFILE_CONTENT);
  await writeSchemaFiles({ directory: snapshotDir, files: after });
  return file;
}
