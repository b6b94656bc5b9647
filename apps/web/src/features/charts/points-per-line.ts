const MOST = 1_000;
const LEAST = 200;
const OF_ALL_LINES = 40_000;

/** Into how many entries each line may come: more than a panel has pixels, and bounded for many lines together. */
export function pointsPerLine(lineCount: number): number {
  return Math.max(LEAST, Math.min(MOST, Math.floor(OF_ALL_LINES / Math.max(1, lineCount))));
}
