/** The database cannot be brought to the state this code expects. The message says what is wrong and how to mend it. */
export class MigrationError extends Error {
  override readonly name: string = "MigrationError";
}

/** The database holds migrations that this code does not know: it was used by a newer release. */
export class DatabaseNewerThanCodeError extends MigrationError {
  override readonly name = "DatabaseNewerThanCodeError";
  readonly unknownMigrations: readonly string[];

  constructor(unknownMigrations: readonly string[]) {
    super(
      `The database is newer than the code: it holds the migration ${unknownMigrations.join(", ")}, which this release does not have. Start the newer release again, or restore a backup made before the upgrade.`,
    );
    this.unknownMigrations = unknownMigrations;
  }
}

/** A migration that is already in the database was edited afterwards. */
export class MigrationChangedError extends MigrationError {
  override readonly name = "MigrationChangedError";

  constructor(migration: string) {
    super(
      `The migration ${migration} was changed after it had been applied to this database. Restore the original file and add a new migration instead, or start with an empty database.`,
    );
  }
}

/** A migration did not run through; nothing of it was kept. */
export class FailedMigrationError extends MigrationError {
  override readonly name = "FailedMigrationError";

  constructor({ migration, reason, cause }: { migration: string; reason: string; cause?: unknown }) {
    super(
      `The migration ${migration} failed and was rolled back: ${reason}. Mend what it says and start again, it will be tried anew; or start the earlier release.`,
      { cause },
    );
  }
}
