import type { LoggedStep } from "./metric-buffer.ts";

/** Steps as the ingest door takes them: one matrix per set of keys, so that no cell is empty. */
export function denseBodies(steps: readonly LoggedStep[]): string[] {
  const groups = Map.groupBy(steps, (step) => Object.keys(step.values).sort().join("\n"));
  return [...groups.values()].map((group) => {
    const keys = Object.keys(group[0]?.values ?? {}).sort();
    return JSON.stringify({
      keys,
      steps: group.map((step) => step.step),
      timesMs: group.map((step) => step.timeMs),
      values: group.map((step) => keys.map((key) => encodeValue(step.values[key] ?? Number.NaN))),
    });
  });
}

/** JSON has no word for NaN and the infinities; the server reads their names. */
function encodeValue(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}
