import { DatabaseNewerThanCodeError, MigrationChangedError } from "./errors.ts";
import type { AppliedMigration } from "./history.ts";
import type { Migration } from "./migrations-on-disk.ts";

export type Plan = { readonly pending: readonly string[]; readonly hasUnfinished: boolean };

/**
 * Compares the code's migrations with a database's history.
 * @throws DatabaseNewerThanCodeError, MigrationChangedError
 */
export function planMigrations({
  known,
  applied,
}: {
  known: readonly Migration[];
  applied: readonly AppliedMigration[];
}): Plan {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  const unknown = applied.filter((row) => !byName.has(row.name)).map((row) => row.name);
  if (unknown.length > 0) throw new DatabaseNewerThanCodeError(unknown);

  const finished = applied.filter((row) => row.isFinished);
  for (const row of finished) {
    if (byName.get(row.name)?.checksum !== row.checksum) throw new MigrationChangedError(row.name);
  }
  const done = new Set(finished.map((row) => row.name));
  return {
    pending: known.filter((migration) => !done.has(migration.name)).map((migration) => migration.name),
    hasUnfinished: finished.length < applied.length,
  };
}
