import { type LiveEvent, ProjectScope } from "@assay/contract";
import { getProject } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

/** Tells a browser what changes in a project for as long as it listens. */
export const watchProjectProcedure = procedure("project:read")
  .input(ProjectScope)
  // Asked before the stream begins: what a generator throws would pass by the mapping of errors.
  .subscription(async ({ ctx, input, signal }): Promise<AsyncIterable<LiveEvent>> => {
    const project = await inProject(ctx, input);
    await getProject({ ctx: project });
    return ctx.live.subscribe(project.project.id, signal ?? ctx.services.signal);
  });
