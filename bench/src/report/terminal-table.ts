import type { Row } from "./row.ts";
import { COLUMNS, rowCells } from "./row-cells.ts";

const RIGHT: readonly string[] = ["ours", "peer's", "ratio"];

/** Rows as a table for the terminal. */
export function terminalTable(rows: readonly Row[]): string {
  const table = [[...COLUMNS], ...rows.map(rowCells)];
  const widths = COLUMNS.map((_, at) => Math.max(...table.map((cells) => cells[at]?.length ?? 0)));
  const padded = (cell: string, at: number): string =>
    RIGHT.includes(COLUMNS[at] ?? "") ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0);
  return table.map((cells) => cells.map(padded).join("  ").trimEnd()).join("\n");
}
