import type { RunRow } from "@assay/contract";

const NUMBER_ATTRIBUTES = new Set(["number", "duration"]);

/** Whether a column's values line up on the right: metrics, counts, and params that are numbers in the first rows. */
export function isNumberColumn(column: string, rows: readonly RunRow[]): boolean {
  if (column.startsWith("metrics.") || NUMBER_ATTRIBUTES.has(column)) return true;
  if (!column.startsWith("params.")) return false;
  const values = rows.slice(0, 50).flatMap((row) => row.values[column] ?? []);
  return values.length > 0 && values.every((value) => String(value).trim() !== "" && !Number.isNaN(Number(value)));
}
