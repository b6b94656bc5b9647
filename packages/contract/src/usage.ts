import { z } from "zod";

/** What runs or a project take up. Points that are not compacted yet are not counted. */
export const Usage = z.object({
  runs: z.number(),
  points: z.number(),
  /** Packed points with their pyramids; indexes and row headers come on top. */
  metricBytes: z.number(),
  logBytes: z.number(),
  files: z.number(),
  /** By content: bytes that several files share count once. */
  fileBytes: z.number(),
});
export type Usage = z.infer<typeof Usage>;
