import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { LOCKFILE_CONTENT } from "./apply.ts";
import { MigrationError } from "./errors.ts";
import { readSchemaFiles, writeSchemaFiles } from "./schema-files.ts";
import { differenceScript } from "./schema-script.ts";

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
  const script = await differenceScript({ from: before, to: after, url });
  if (script === undefined) return undefined;

  const file = path.join(migrationsDir, `${timestamp(now)}_${slug}`, "migration.sql");
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, script);
  await writeFile(path.join(migrationsDir, "migration_lock.toml"), LOCKFILE_CONTENT);
  await writeSchemaFiles({ directory: snapshotDir, files: after });
  return file;
}
