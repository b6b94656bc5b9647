import type { ForeignRow } from "./foreign-database.ts";

/** Tables with their columns, of rows that name one column each. */
export function groupColumns(rows: readonly ForeignRow[]): Map<string, Set<string>> {
  const tables = new Map<string, Set<string>>();
  for (const row of rows) {
    const table = String(row.table_name);
    tables.set(table, (tables.get(table) ?? new Set()).add(String(row.column_name)));
  }
  return tables;
}
