import type pg from "pg";
import { clientExecutor } from "./metrics/client-executor.ts";
import type { SqlStore } from "./store.ts";
import { asUnavailable } from "./unavailable.ts";

/** Runs statements in a transaction on one connection, with nothing between them and PostgreSQL. */
export async function sqlTransaction<T>(pool: pg.Pool, work: (tx: SqlStore) => Promise<T>): Promise<T> {
  let client: pg.PoolClient | null = null;
  let isWhole = false;
  try {
    client = await pool.connect();
    await client.query("BEGIN");
    const result = await work(clientExecutor(client));
    await client.query("COMMIT");
    isWhole = true;
    return result;
  } catch (error) {
    if (client !== null) isWhole = await rollBack(client);
    throw asUnavailable(error);
  } finally {
    // A connection that could not even roll back is of no more use, and takes its transaction with it.
    client?.release(!isWhole);
  }
}

const rollBack = (client: pg.PoolClient): Promise<boolean> =>
  client.query("ROLLBACK").then(
    () => true,
    () => false,
  );
