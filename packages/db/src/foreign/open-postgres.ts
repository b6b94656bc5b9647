import pg from "pg";
import { listPostgresColumns } from "../sql/foreign/list-columns.ts";
import type { ForeignDatabase, ForeignRow } from "./foreign-database.ts";
import { groupColumns } from "./group-columns.ts";

const INT8_OID = 20;
const ROWS_AT_ONCE = 5_000;

/**
 * Opens somebody else's PostgreSQL for reading, in one transaction that sees one state of it from beginning to end and
 * can write nothing. Rows come through cursors, so that a long history never lies in memory.
 */
export async function openPostgres(url: string): Promise<ForeignDatabase> {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8_OID, (text) => BigInt(text));
  const client = new pg.Client({ connectionString: url, types, application_name: "assay-import" });
  // A connection that breaks fails the query under way, or the next.
  client.on("error", () => undefined);
  await client.connect();
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  let cursors = 0;
  const { rows } = await client.query<ForeignRow>(listPostgresColumns);
  return {
    tables: groupColumns(rows),
    async *rows(text, values = []) {
      cursors += 1;
      const cursor = `import_${cursors}`;
      await client.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${text}`, [...values]);
      for (;;) {
        const page = await client.query<ForeignRow>(`FETCH ${ROWS_AT_ONCE} FROM ${cursor}`);
        yield* page.rows;
        if (page.rows.length < ROWS_AT_ONCE) break;
      }
      await client.query(`CLOSE ${cursor}`);
    },
    close: () => client.end(),
  };
}
