import { z } from "zod";

/** A count that JSON and float64 keep exactly. */
const Count = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/**
 * Which batch of a run this is. A writer numbers its batches 1, 2, 3 … in each epoch and sends them in order; one sent
 * again is known by its number. A writer that starts over under its id takes the next epoch, and its earlier ones are
 * refused from then on.
 */
export const IngestWriter = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{32}$/, "writer id must be 32 lowercase hex digits"),
  epoch: Count.max(2 ** 31 - 1),
  sequence: Count,
});
export type IngestWriter = z.infer<typeof IngestWriter>;
