import { TimeMs } from "@assay/contract";
import type { Notes } from "./notes.ts";

/** A moment as one may be here; the other one when there is none or when it cannot be. */
export function fitTime(timeMs: number | null, otherwise: number, what: string, notes: Notes): number {
  if (timeMs === null) return otherwise;
  const time = Math.trunc(timeMs);
  if (TimeMs.safeParse(time).success) return time;
  notes.changed(what, "a time before 1970 or after 9999 is replaced by the nearest one known", String(timeMs));
  return otherwise;
}
