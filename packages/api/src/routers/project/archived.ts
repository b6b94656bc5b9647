import { ArchivedProject, WorkspaceScope } from "@assay/contract";
import { listArchivedProjects } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inWorkspace } from "../../scoped.ts";

export const archivedProjectsProcedure = procedure("project:read")
  .input(WorkspaceScope)
  .output(z.array(ArchivedProject))
  .query(async ({ ctx, input }) => listArchivedProjects({ ctx: await inWorkspace(ctx, input) }));
