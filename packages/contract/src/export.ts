import { z } from "zod";
import { RunId } from "./ids.ts";
import { StoredKey } from "./text.ts";

/** How exported points are written. */
export const ExportFormat = z.enum(["csv", "parquet"]);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** Asks for every point of runs. More runs than this do not fit in an address. */
export const ExportPoints = z.strictObject({
  runIds: z.array(RunId).min(1, "name at least one run: ?runs=<id>").max(200),
  /** All when left out. */
  keys: z.array(StoredKey).min(1).max(500).optional(),
});
export type ExportPoints = z.infer<typeof ExportPoints>;
