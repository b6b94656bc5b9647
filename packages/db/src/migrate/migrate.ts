import pg from "pg";
import { applyMigrations } from "./apply.ts";
import { FailedMigrationError } from "./errors.ts";
import { forgetUnfinished, readHistory } from "./history.ts";
import { type Migration, readMigrations } from "./migrations-on-disk.ts";
import { planMigrations } from "./plan.ts";

/** Any constant will do, as long as every Assay uses the same: "assay" as a number. */
const LOCK_KEY = 418_379_153_785;

type Work = { client: pg.Client; url: string; known: readonly Migration[] };

async function plan({ client, known }: Work) {
  return planMigrations({ known, applied: await readHistory(client) });
}

async function failure(work: Work, cause: unknown): Promise<FailedMigrationError> {
  const unfinished = (await readHistory(work.client)).find((row) => !row.isFinished);
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new FailedMigrationError({ migration: unfinished?.name ?? "(none)", reason, cause });
}

async function applyUnderLock(work: Work): Promise<string[]> {
  await work.client.query("select pg_advisory_lock($1)", [LOCK_KEY]);
  try {
    const { pending, hasUnfinished } = await plan(work);
    if (hasUnfinished) await forgetUnfinished(work.client);
    if (pending.length === 0) return [];
    await applyMigrations({ url: work.url, migrations: work.known }).catch(async (cause: unknown) => {
      throw await failure(work, cause);
    });
    return [...pending];
  } finally {
    await work.client.query("select pg_advisory_unlock($1)", [LOCK_KEY]);
  }
}

/**
 * Brings a database to the state of the committed migrations. Safe to call twice and from two processes at once.
 * @returns the names of the migrations this call applied; empty when there was nothing to do.
 * @throws DatabaseNewerThanCodeError, MigrationChangedError, FailedMigrationError
 */
export async function migrate({ url, migrationsDir }: { url: string; migrationsDir: string }): Promise<string[]> {
  const known = await readMigrations(migrationsDir);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const work = { client, url, known };
    const { pending, hasUnfinished } = await plan(work);
    return pending.length === 0 && !hasUnfinished ? [] : await applyUnderLock(work);
  } finally {
    await client.end();
  }
}
