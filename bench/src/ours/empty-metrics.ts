import type pg from "pg";

/** Empties every table that holds points or what is made of them; key names stay known, and so does which hot table is in use. */
export async function emptyMetrics(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
       AND (relname LIKE 'metric\\_%' OR relname = 'run_summary') AND relname NOT IN ('metric_key', 'metric_hot_slot')`,
  );
  await pool.query(`TRUNCATE ${rows.map(({ name }) => name).join(", ")}`);
}
