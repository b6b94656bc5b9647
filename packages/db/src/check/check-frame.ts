import { decodeFrames } from "@assay/domain/codec";
import type { StoredFrameRow } from "../sql/check/read-stored.ts";
import { isSame } from "./same-number.ts";

/** What is wrong with a row of a hot table: its frame, or what stands beside it. */
export function checkFrame(row: StoredFrameRow): string[] {
  try {
    const computed = boundsOf(row.frame);
    return (["key_lo", "key_hi", "min_step", "max_step", "point_count"] as const)
      .filter((column) => !isSame(row[column], computed[column]))
      .map((column) => `${column} is ${row[column]} and the frame says ${computed[column]}`);
  } catch (error) {
    return [`cannot be decoded: ${error instanceof Error ? error.message : error}`];
  }
}

function boundsOf(frame: Uint8Array): Omit<StoredFrameRow, "frame"> {
  const bounds = { key_lo: Infinity, key_hi: -Infinity, min_step: Infinity, max_step: -Infinity, point_count: 0 };
  for (const [keyId, { steps }] of decodeFrames(frame, null)) {
    bounds.key_lo = Math.min(bounds.key_lo, keyId);
    bounds.key_hi = Math.max(bounds.key_hi, keyId);
    bounds.point_count += steps.length;
    for (const step of steps) {
      bounds.min_step = Math.min(bounds.min_step, step);
      bounds.max_step = Math.max(bounds.max_step, step);
    }
  }
  return bounds;
}
