/** The embedded database could not be prepared, started or stopped. The message says what is wrong and how to mend it. */
export class EmbeddedPostgresError extends Error {
  override readonly name = "EmbeddedPostgresError";
}

/** Another live process already runs the database of this data directory. */
export class DataDirectoryInUseError extends EmbeddedPostgresError {
  readonly ownerPid: number;

  constructor({ dataDir, ownerPid }: { dataDir: string; ownerPid: number }) {
    super(
      `Assay is already running on ${dataDir} (process ${ownerPid}). Stop that one first, or choose another directory with --data-dir.`,
    );
    this.ownerPid = ownerPid;
  }
}
