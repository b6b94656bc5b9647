import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** One committed migration. `checksum` is what `_prisma_migrations` stores: SHA-256 of the file, in hex. */
export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

const MIGRATION_NAME = /^\d{14}_[a-z0-9_]+$/;

/** Reads the migrations of a directory in the order they apply. */
export async function readMigrations(migrationsDir: string): Promise<Migration[]> {
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory() && MIGRATION_NAME.test(entry.name))
    .map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(migrationsDir, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}
