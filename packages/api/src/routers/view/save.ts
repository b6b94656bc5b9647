import { SavedView, SaveViewInput } from "@assay/contract";
import { saveView } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const saveViewProcedure = procedure("view:write")
  .input(SaveViewInput)
  .output(SavedView)
  .mutation(async ({ ctx, input }) => saveView({ ctx: await inProject(ctx, input), input }));
