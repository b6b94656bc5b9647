import type pg from "pg";

/** Bytes on disk of every table whose name is like `pattern`: heap, TOAST and indexes. */
export async function tableBytes(pool: pg.Pool, pattern: string): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ name: string; bytes: string }>(
    `SELECT relname AS name, pg_total_relation_size(oid)::text AS bytes FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname LIKE $1`,
    [pattern],
  );
  return new Map(rows.map(({ name, bytes }) => [name, Number(bytes)]));
}

/** What those tables come to together. */
export const totalBytes = (tables: ReadonlyMap<string, number>): number =>
  [...tables.values()].reduce((sum, bytes) => sum + bytes, 0);
