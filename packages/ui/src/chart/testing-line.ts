import type { ChartLine } from "./chart-line.ts";

/** A line for tests: raw points at 0, 1, 2 … */
export function testingLine(values: readonly number[], changes: Partial<ChartLine> = {}): ChartLine {
  const column = Float64Array.from(values);
  return {
    id: "a",
    name: "calm-otter",
    number: 1,
    dash: "solid",
    x: Float64Array.from(values, (_, index) => index),
    values: column,
    low: column,
    high: column,
    hasBand: false,
    pointCount: values.length,
    isRaw: true,
    ...changes,
  };
}
