import type { ChartLine } from "./chart-line.ts";

export interface ChartTableRow {
  x: number;
  /** One value for each line; null where it has none at this place. */
  values: (number | null)[];
}

/** A chart's points as a table by place on the x axis; points that share one get a row each. */
export function tableRows(lines: readonly ChartLine[]): ChartTableRow[] {
  const rows = new Map<string, ChartTableRow>();
  lines.forEach((line, column) => {
    const seen = new Map<number, number>();
    line.x.forEach((x, index) => {
      const repeat = seen.get(x) ?? 0;
      seen.set(x, repeat + 1);
      const id = `${x}#${repeat}`;
      const row = rows.get(id) ?? { x, values: lines.map(() => null) };
      row.values[column] = line.values[index] ?? null;
      rows.set(id, row);
    });
  });
  return [...rows.values()].sort((a, b) => a.x - b.x);
}
