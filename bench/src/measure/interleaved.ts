import { median } from "./median.ts";

/**
 * Does every cell once a pass, so that a busy moment of the machine falls on all, and something between the passes;
 * answers each cell's median.
 */
export async function interleaved<Name extends string>(
  passes: number,
  cells: Record<Name, () => Promise<number>>,
  between: () => Promise<void> = async () => {},
): Promise<Record<Name, number>> {
  const names = Object.keys(cells) as Name[];
  const measured = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let pass = 0; pass < passes; pass += 1) {
    if (pass > 0) await between();
    for (const name of names) measured.get(name)?.push(await cells[name]());
  }
  return Object.fromEntries(names.map((name) => [name, median(measured.get(name) ?? [])])) as Record<Name, number>;
}
