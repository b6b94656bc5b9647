import type { HotStatus } from "@assay/contract";

/** A live run's points are left alone for some seconds before they are compacted. */
const BEHIND_MS = 60_000;
/** From here on refusals are near. */
const NEARLY_FULL = 0.8;

export type CompactionState = "keeping up" | "behind" | "nearly full" | "refusing points";

/** One plain word for how compaction is doing. */
export function compactionState({ sizeBytes, limitBytes, lagMs }: HotStatus): CompactionState {
  if (sizeBytes > limitBytes) return "refusing points";
  if (sizeBytes > NEARLY_FULL * limitBytes) return "nearly full";
  return lagMs > BEHIND_MS ? "behind" : "keeping up";
}
