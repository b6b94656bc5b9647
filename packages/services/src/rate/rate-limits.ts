import type { Actor } from "@assay/contract";

/** How much each API token, and all tokens of a workspace together, may ask for. Refuses with RATE_LIMITED. */
export interface RateLimits {
  takeRequest(actor: Actor): void;
  takePoints(actor: Actor, points: number): void;
}
