import type { ChartLine } from "./chart-line.ts";

export interface ChartTableRow {
  step: number;
  /** One value for each line; null where it has none at this step. */
  values: (number | null)[];
}

/** A chart's points as a table by step; points that share a step get a row each. */
export function tableRows(lines: readonly ChartLine[]): ChartTableRow[] {
  const rows = new Map<string, ChartTableRow>();
  lines.forEach((line, column) => {
    let previous = Number.NaN;
    let repeat = 0;
    line.steps.forEach((step, index) => {
      repeat = step === previous ? repeat + 1 : 0;
      previous = step;
      const id = `${step}#${repeat}`;
      const row = rows.get(id) ?? { step, values: lines.map(() => null) };
      row.values[column] = line.values[index] ?? null;
      rows.set(id, row);
    });
  });
  return [...rows.values()].sort((a, b) => a.step - b.step);
}
