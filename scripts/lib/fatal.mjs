/** A mishap the person at the terminal can mend: printed as one line, without a stack. */
export class Fatal extends Error {
  name = "Fatal";
}

/** Errors of other rooms that were written for the person at the terminal, too. */
const PLAIN = new Set([
  "Fatal",
  "EmbeddedPostgresError",
  "DataDirectoryInUseError",
  "MigrationError",
  "ExternalDatabaseError",
  "DatabaseNewerThanCodeError",
  "MigrationChangedError",
  "FailedMigrationError",
]);

/** Prints why nothing goes on: one line for a mishap, the stack for a mistake of ours. */
export function printFatal(error) {
  const isPlain = error instanceof Error && PLAIN.has(error.name);
  console.error(`assay: ${isPlain ? error.message.replaceAll("\n", " ") : (error?.stack ?? error)}`);
}
