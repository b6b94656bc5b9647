import { ALLOWED_OF_MODELS } from "./allowed/allowed-of-models.ts";
import { ALLOWED_OF_SEARCHES } from "./allowed/allowed-of-searches.ts";
import { ALLOWED_OF_TRACKING } from "./allowed/allowed-of-tracking.ts";
import { ALLOWED_ON_THE_WIRE } from "./allowed/allowed-on-the-wire.ts";
import type { Explanation } from "./explain.ts";

/** Differences that stay, each with the reason why ours is right, or better where the wire allows it. */
export const ALLOWED: readonly Explanation[] = [
  ...ALLOWED_ON_THE_WIRE,
  ...ALLOWED_OF_TRACKING,
  ...ALLOWED_OF_SEARCHES,
  ...ALLOWED_OF_MODELS,
];
