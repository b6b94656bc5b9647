import type { ChartLine } from "./chart-line.ts";

/** A line for tests: steps 0, 1, 2 … one second apart. */
export function testingLine(values: readonly number[], changes: Partial<ChartLine> = {}): ChartLine {
  const column = Float64Array.from(values);
  return {
    runId: "a",
    name: "calm-otter",
    number: 1,
    dash: "solid",
    steps: Float64Array.from(values, (_, index) => index),
    timesMs: Float64Array.from(values, (_, index) => 1_000_000 + index * 1_000),
    values: column,
    min: column,
    max: column,
    pointCount: values.length,
    isRaw: true,
    ...changes,
  };
}
