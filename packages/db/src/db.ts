import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { asRows } from "./as-rows.ts";
import type { Columns, CopiedRow } from "./copy/copy-format.ts";
import { copyRows } from "./copy/copy-rows.ts";
import { type Prisma, PrismaClient } from "./generated/prisma/client.ts";
import { createPool, type PoolOptions } from "./pool.ts";
import { toQueryConfig } from "./query-config.ts";
import { RepeatedTexts } from "./repeated-texts.ts";
import { sqlTransaction } from "./sql-transaction.ts";
import type { Statement, Store } from "./store.ts";
import { asUnavailable } from "./unavailable.ts";

export interface Db extends Store {
  readonly pool: pg.Pool;
  /** The rows of a statement that answers with many bytes; each parameter must be cast where it stands. */
  copyRows<C extends Columns>(statement: Statement, values: readonly unknown[], columns: C): Promise<CopiedRow<C>[]>;
  close(): Promise<void>;
}

/**
 * Connections of their own for what scripts log all the time: each group of writes has one statement or transaction at
 * a time, and files that arrive have short ones.
 */
const MOST_LOGGING_CONNECTIONS = 8;
const TRANSACTION_OPTIONS = { maxWait: 10_000, timeout: 60_000 };

/**
 * Opens the database: Prisma for control data and named statements for the rest, on one pool, and what scripts log all
 * the time on another.
 */
export function openDb(options: PoolOptions): Db {
  const pool = createPool(options);
  const logging = createPool({ ...options, max: MOST_LOGGING_CONNECTIONS, pipeline: true });
  const repeated = new RepeatedTexts();
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: TRANSACTION_OPTIONS });
  return {
    pool,
    prisma,
    async query<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
      const { text, isRepeated = false, hasOnePlan = false } = statement;
      const asked = isRepeated ? { text, name: repeated.nameOf(text) } : statement;
      const on = hasOnePlan ? logging : pool;
      const { rows } = await on.query(toQueryConfig(asked, values)).catch((error: unknown) => {
        throw asUnavailable(error);
      });
      return asRows<Row>(rows);
    },
    copyRows: (statement, values, columns) => copyRows(pool, statement, values, columns),
    async executeSql(text, values) {
      const { rows } = await pool.query(text, values);
      return { rows };
    },
    transaction: (work) => prisma.$transaction((tx) => work(transactionStore(tx))),
    sqlTransaction: (work) => sqlTransaction(logging, work),
    async close() {
      await prisma.$disconnect();
      for (const each of [logging, pool]) if (!each.ended) await each.end();
    },
  };
}

function transactionStore(tx: Prisma.TransactionClient): Store {
  const store: Store = {
    prisma: tx,
    async query<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
      return asRows<Row>(await tx.$queryRawUnsafe(statement.text, ...values));
    },
    async executeSql(text, values = []) {
      return { rows: asRows<unknown>(await tx.$queryRawUnsafe(text, ...values)) };
    },
    transaction: (work) => work(store),
    sqlTransaction: (work) => work(store),
  };
  return store;
}
