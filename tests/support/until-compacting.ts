import pg from "pg";

/** The lock that a compaction of the run holds, as PostgreSQL shows it. */
const IS_COMPACTING = `
  select exists (select from pg_locks where locktype = 'advisory' and granted
    and (classid::bigint << 32 | objid::bigint) = hashtextextended($1::uuid::text, 7)) as is_compacting`;

/** Resolves in the middle of a compaction of the run; false when none came in time. */
export async function untilCompacting(databaseUrl: string, runId: string, timeoutMs = 3_000): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const deadline = Date.now() + timeoutMs;
    while (Date.now() < deadline) {
      const { rows } = await client.query<{ is_compacting: boolean }>(IS_COMPACTING, [runId]);
      if (rows[0]?.is_compacting === true) return true;
    }
    return false;
  } finally {
    await client.end();
  }
}
