import type { Executor } from "../metrics/client-executor.ts";
import { fetchNext } from "../sql/check/read-stored.ts";
import type { Statement } from "../store.ts";

const ROWS_AT_ONCE = 32;

/** Rows of a cursor, a few at a time. The transaction that it is called in closes it. */
export async function* cursorRows<Row>(
  executor: Executor,
  cursor: "check_chunks" | "check_frames",
  open: Statement,
): AsyncGenerator<Row> {
  await executor.query(open, []);
  for (;;) {
    const rows = await executor.query<Row>(fetchNext(cursor, ROWS_AT_ONCE), []);
    if (rows.length === 0) return;
    yield* rows;
  }
}
