import { ProjectScope, SavedView, storedText } from "@assay/contract";
import { listViews } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const listViewsProcedure = procedure("view:read")
  .input(ProjectScope.extend({ screen: storedText(100).min(1) }))
  .output(z.array(SavedView))
  .query(async ({ ctx, input }) => listViews({ ctx: await inProject(ctx, input), input }));
