import { columnLabel } from "../column/column-label.ts";
import { parseColumn } from "../column/parse-column.ts";

const FIXED: Record<string, number> = {
  status: 104,
  number: 72,
  started_at: 104,
  created_at: 104,
  ended_at: 104,
  duration: 116,
  created_by: 136,
};

export const NAME_WIDTH = 280;

/** A column's first width: what its header and usual values need. */
export function columnWidth(column: string): number {
  const field = parseColumn(column);
  if (field === null) return 120;
  if (field.entity === "attribute") return FIXED[field.name] ?? 120;
  const spare = field.entity === "metric" ? 110 : 52;
  return Math.min(240, Math.max(104, columnLabel(field).length * 7 + spare));
}
