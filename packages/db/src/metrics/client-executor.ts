import type { QueryConfig } from "pg";
import { asRows } from "../as-rows.ts";
import { toQueryConfig } from "../query-config.ts";
import type { SqlStore, Statement } from "../store.ts";

export type Executor = SqlStore;

/** What of node-postgres' clients is used here. */
export interface Connection {
  query(asked: string | QueryConfig, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** Runs statements on one connection, in whatever transaction it is in. */
export function clientExecutor(client: Connection): Executor {
  return {
    async query<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
      const { rows } = await client.query(toQueryConfig(statement, values));
      return asRows<Row>(rows);
    },
    async executeSql(text, values) {
      const { rows } = await client.query(text, values);
      return { rows };
    },
  };
}
