import { z } from "zod";
import { ProjectScope } from "./scope.ts";
import { Name } from "./text.ts";

export const ArchivedProject = z.object({
  slug: z.string(),
  name: z.string(),
  archivedAtMs: z.number(),
  isBeingDeleted: z.boolean(),
  /** While it is being deleted: runs that are not yet cleared away. */
  runsLeft: z.number(),
});
export type ArchivedProject = z.infer<typeof ArchivedProject>;

/** The name must be the project's, letter by letter. */
export const DeleteProjectInput = ProjectScope.extend({ confirmName: Name });
export type DeleteProjectInput = z.infer<typeof DeleteProjectInput>;
