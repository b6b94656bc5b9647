import type { ClientBase } from "pg";

/** One row of `_prisma_migrations` that was not rolled back. */
export type AppliedMigration = {
  readonly name: string;
  readonly checksum: string;
  readonly isFinished: boolean;
};

type Row = { migration_name: string; checksum: string; is_finished: boolean };

/** Reads what a database says about its migrations; empty for a new one. */
export async function readHistory(client: ClientBase): Promise<AppliedMigration[]> {
  const table = await client.query<{ found: boolean }>("select to_regclass('_prisma_migrations') is not null as found");
  if (table.rows[0]?.found !== true) return [];
  const { rows } = await client.query<Row>(
    `select migration_name, checksum, finished_at is not null as is_finished
       from _prisma_migrations where rolled_back_at is null order by migration_name`,
  );
  return rows.map((row) => ({ name: row.migration_name, checksum: row.checksum, isFinished: row.is_finished }));
}

/**
 * Lets unfinished migrations run again. Each script is one transaction, so an unfinished row means that nothing of it
 * was kept: it failed, or the process was killed.
 */
export async function forgetUnfinished(client: ClientBase): Promise<void> {
  await client.query(
    "update _prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null",
  );
}
