import { SERIES_HUES } from "../theme/series-hues.ts";

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}

/**
 * A number for each group, in the order given, that decides its colour as a run's number does. It follows from the
 * name; of two groups that would share a hue, the one later in the alphabet takes the next that is free.
 */
export function groupNumbers(names: readonly string[]): number[] {
  const hueCount = SERIES_HUES.length;
  const numbers = new Map<string, number>();
  const taken = new Set<number>();
  [...new Set(names)].sort().forEach((name, rank) => {
    const round = Math.floor(rank / hueCount) * hueCount;
    let hue = hash(name) % hueCount;
    while (taken.has(round + hue)) hue = (hue + 1) % hueCount;
    taken.add(round + hue);
    numbers.set(name, round + hue);
  });
  return names.map((name) => numbers.get(name) ?? 0);
}
