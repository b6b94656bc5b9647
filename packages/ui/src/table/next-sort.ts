import type { RunSort } from "@assay/contract";
import { metricDirection } from "../column/metric-direction.ts";
import { parseColumn } from "../column/parse-column.ts";

function firstDirection(column: string): RunSort["direction"] {
  const field = parseColumn(column);
  if (field?.entity === "metric") return metricDirection(field.key) === "down" ? "asc" : "desc";
  const isNewestFirst = field?.entity === "attribute" && /(_at|number)$/.test(field.name);
  return isNewestFirst ? "desc" : "asc";
}

/** What a click on a header asks for: the better end first, then the other end, then the usual order. */
export function nextSort(current: RunSort | null, column: string): RunSort | null {
  const first = firstDirection(column);
  if (current?.column !== column) return { column, direction: first };
  return current.direction === first ? { column, direction: first === "asc" ? "desc" : "asc" } : null;
}
