import type pg from "pg";
import { toQueryConfig } from "../query-config.ts";
import type { SqlStore, Statement } from "../store.ts";

export type Executor = SqlStore;

/** Runs statements on one connection, in whatever transaction it is in. */
export function clientExecutor(client: pg.PoolClient): Executor {
  return {
    async query<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
      const { rows } = await client.query(toQueryConfig(statement, values));
      return rows;
    },
    async executeSql(text, values) {
      const { rows } = await client.query(text, values);
      return { rows };
    },
  };
}
