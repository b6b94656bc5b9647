import { runHue } from "./run-hue.ts";

export const DASHES = ["solid", "dashed", "dotted", [8, 3, 2, 3]] as const;
export type Dash = (typeof DASHES)[number];

/**
 * Tells runs of one hue apart in one picture: the earliest is solid, the next dashed and so on.
 * Returns one dash for each run number, in the order given.
 */
export function lineDashes(runNumbers: readonly number[]): Dash[] {
  const ranks = new Map<number, number>();
  const seen = new Map<number, number>();
  for (const number of [...runNumbers].sort((a, b) => a - b)) {
    const hue = runHue(number);
    const rank = seen.get(hue) ?? 0;
    seen.set(hue, rank + 1);
    ranks.set(number, rank);
  }
  return runNumbers.map((number) => DASHES[(ranks.get(number) ?? 0) % DASHES.length] ?? "solid");
}
