import { ProjectScope } from "@assay/contract";
import { deleteView } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const deleteViewProcedure = procedure("view:write")
  .input(ProjectScope.extend({ id: z.string().regex(/^[0-9a-f]{32}$/) }))
  .output(z.void())
  .mutation(async ({ ctx, input }) => deleteView({ ctx: await inProject(ctx, input), input }));
