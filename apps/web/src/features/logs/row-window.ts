/** Browsers bound how tall a page may be, Firefox at about 17 million pixels. */
const MAX_ROWS = 600_000;
/** The window moves this far at once, so that a growing log does not shift it with every line. */
const STEP = 100_000;

export interface RowWindow {
  /** The offset of the first line that can be scrolled to. */
  start: number;
  count: number;
}

/** The lines of a very long log that can be scrolled to: the last ones, or those around the one that is pointed at. */
export function rowWindow(lineCount: number, wanted: number | null): RowWindow {
  if (lineCount <= MAX_ROWS) return { start: 0, count: lineCount };
  const last = Math.ceil((lineCount - MAX_ROWS) / STEP) * STEP;
  const around = wanted === null ? last : Math.floor((wanted - MAX_ROWS / 2) / STEP) * STEP;
  const start = Math.max(0, Math.min(last, around));
  return { start, count: Math.min(MAX_ROWS, lineCount - start) };
}
