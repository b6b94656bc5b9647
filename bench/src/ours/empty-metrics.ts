import type pg from "pg";

/** Empties every table that holds points or what is made of them; key names stay known. */
export async function emptyMetrics(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
       AND (relname LIKE 'metric\\_%' OR relname = 'run_summary') AND relname <> 'metric_key'`,
  );
  await pool.query(`TRUNCATE ${rows.map(({ name }) => name).join(", ")}`);
}
