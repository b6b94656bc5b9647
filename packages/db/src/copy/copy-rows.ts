import type pg from "pg";
import { to } from "pg-copy-streams";
import { copyOutText } from "../sql/copy-out.ts";
import type { Statement } from "../store.ts";
import { asUnavailable } from "../unavailable.ts";
import { type Columns, type CopiedRow, readCopy } from "./copy-format.ts";

/**
 * The rows of a statement by binary COPY. For answers of megabytes of bytea: through the ordinary protocol they come
 * as hex, since node-postgres corrupts binary results.
 */
export async function copyRows<C extends Columns>(
  pool: pg.Pool,
  statement: Statement,
  values: readonly unknown[],
  columns: C,
): Promise<CopiedRow<C>[]> {
  let client: pg.PoolClient | null = null;
  let isWhole = false;
  try {
    client = await pool.connect();
    const chunks: Buffer[] = [];
    for await (const chunk of client.query(to(copyOutText(statement, values)))) chunks.push(chunk);
    isWhole = true;
    return readCopy(Buffer.concat(chunks), columns);
  } catch (error) {
    throw asUnavailable(error);
  } finally {
    // A connection that broke off in the middle is of no more use.
    client?.release(!isWhole);
  }
}
