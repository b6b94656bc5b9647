const pad = (part: number, width = 2) => String(part).padStart(width, "0");

/** A time in the reader's zone, to the second: `2026-11-23 14:05:09`. */
export function formatAbsolute(timeMs: number): string {
  const date = new Date(timeMs);
  const day = `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day} ${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}`;
}
