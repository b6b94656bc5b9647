import { z } from "zod";
import { RunId } from "./ids.ts";

/** Something changed in a project; who watches it fetches what it shows again. */
export const LiveEvent = z.object({
  /** A gap says that events may have been missed: everything shown is to be fetched again. */
  kind: z.enum(["run", "metrics", "logs", "artifacts", "registry", "gap"]),
  /** The run it is about; null for the registry and for gaps. */
  runId: RunId.nullable(),
});
export type LiveEvent = z.infer<typeof LiveEvent>;
