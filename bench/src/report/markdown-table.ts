import type { Row } from "./row.ts";
import { COLUMNS, rowCells } from "./row-cells.ts";

/** Rows as a Markdown table, as bench/README.md has them. */
export function markdownTable(rows: readonly Row[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(COLUMNS), line(COLUMNS.map(() => "---")), ...rows.map((row) => line(rowCells(row)))].join("\n");
}
