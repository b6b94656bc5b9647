import { ProjectScope, SavedView } from "@assay/contract";
import { listViews } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const listViewsProcedure = procedure("view:read")
  .input(ProjectScope.extend({ screen: z.string().min(1).max(100) }))
  .output(z.array(SavedView))
  .query(async ({ ctx, input }) => listViews({ ctx: await inProject(ctx, input), input }));
