import type { Prisma } from "./generated/prisma/client.ts";

/** One SQL text with the name it is prepared under; null for text that is composed per request. */
export interface Statement {
  name: string | null;
  text: string;
  /** Of a composed text: requests differ in its values more than in itself, and any plan of it is as good as the next. */
  isRepeated?: boolean;
  /** Its plan is the same whatever its values: alone it goes to connections that plan it once. */
  hasOnePlan?: true;
  /** It reads or locks and no more: as the first one of a transaction it may be sent before that has begun. */
  changesNothing?: true;
}

/** Runs statements, in whatever transaction it is in. */
export interface SqlStore {
  /** Runs a statement; int8 comes back as bigint, timestamptz as Date, bytea as bytes. */
  query<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]>;
  /** The executor pg-boss asks for, so that a job is sent in this same transaction. */
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** What repositories work on: the database itself or a transaction in it. */
export interface Store extends SqlStore {
  /**
   * For control data. Never `findUnique`: Prisma batches concurrent ones and then matches rows by the text of the id,
   * which comes back with dashes that ours do not have; the row would seem missing.
   */
  readonly prisma: Prisma.TransactionClient;
  /** Runs `work` in a transaction; inside one, joins it. */
  transaction<T>(work: (tx: Store) => Promise<T>): Promise<T>;
  /** The same for statements alone: Prisma's transactions cost more than what a log call does in one. */
  sqlTransaction<T>(work: (tx: SqlStore) => Promise<T>): Promise<T>;
}
