import { type Connection, clientExecutor } from "./metrics/client-executor.ts";
import type { SqlStore } from "./store.ts";
import { asUnavailable } from "./unavailable.ts";

/** What of a pool is used here. */
interface Connections {
  connect(): Promise<Connection & { release(isBroken: boolean): void }>;
}

/**
 * Runs statements in a transaction on one connection of a pool that pipelines, with nothing between them and PostgreSQL.
 * The first statement goes along with BEGIN if it changes nothing, which saves a way there and back. `work` answers
 * after all its statements have been.
 */
export async function sqlTransaction<T>(pool: Connections, work: (tx: SqlStore) => Promise<T>): Promise<T> {
  let client: Awaited<ReturnType<Connections["connect"]>> | null = null;
  let isWhole = false;
  try {
    client = await pool.connect();
    const begun = client.query("BEGIN");
    // Told below, or by the statement after the first.
    begun.catch(() => undefined);
    const result = await work(sentAlong(clientExecutor(client), begun));
    await begun;
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

/** The first statement is sent at once if it changes nothing, all others once the transaction has begun. */
function sentAlong({ query, executeSql }: SqlStore, begun: Promise<unknown>): SqlStore {
  let isFirst = true;
  return {
    async query(statement, values) {
      const goesAlong = isFirst && statement.changesNothing === true;
      isFirst = false;
      if (!goesAlong) await begun;
      return query(statement, values);
    },
    async executeSql(text, values) {
      isFirst = false;
      await begun;
      return executeSql(text, values);
    },
  };
}

const rollBack = (client: Connection): Promise<boolean> =>
  client.query("ROLLBACK").then(
    () => true,
    () => false,
  );
