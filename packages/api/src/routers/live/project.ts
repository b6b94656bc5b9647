import { type LiveEvent, ProjectScope } from "@assay/contract";
import { getProject } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

/** Tells a browser what changes in a project for as long as it listens. */
export const watchProjectProcedure = procedure("project:read")
  .input(ProjectScope)
  .subscription(async function* ({ ctx, input, signal }): AsyncGenerator<LiveEvent> {
    const project = await inProject(ctx, input);
    await getProject({ ctx: project });
    yield* ctx.live.subscribe(project.project.id, signal ?? ctx.services.signal);
  });
