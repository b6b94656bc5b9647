import { z } from "zod";
import { RunId } from "./ids.ts";

/** Something changed in a project; who watches it fetches what it shows again. */
export const LiveEvent = z.object({
  kind: z.enum(["run", "metrics", "logs", "artifacts", "registry"]),
  /** The run it is about; null for the registry. */
  runId: RunId.nullable(),
});
export type LiveEvent = z.infer<typeof LiveEvent>;
