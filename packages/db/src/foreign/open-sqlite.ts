import { DatabaseSync } from "node:sqlite";
import { listSqliteColumns } from "../sql/foreign/list-columns.ts";
import type { ForeignDatabase, ForeignRow } from "./foreign-database.ts";
import { groupColumns } from "./group-columns.ts";

/** Opens a SQLite file for reading. */
export function openSqlite(file: string): ForeignDatabase {
  const database = new DatabaseSync(file, { readOnly: true });
  const read = function* (text: string, values: readonly (string | number)[]): Generator<ForeignRow> {
    const statement = database.prepare(text);
    statement.setReadBigInts(true);
    // `$1` is a parameter by name to SQLite.
    const named = Object.fromEntries(values.map((value, at) => [`$${at + 1}`, value]));
    yield* statement.iterate(named);
  };
  return {
    tables: groupColumns([...read(listSqliteColumns, [])]),
    async *rows(text, values = []) {
      yield* read(text, values);
    },
    close: async () => database.close(),
  };
}
