import { ProjectScope, Usage } from "@assay/contract";
import { getProjectUsage } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const projectUsageProcedure = procedure("project:read")
  .input(ProjectScope)
  .output(Usage)
  .query(async ({ ctx, input }) => getProjectUsage({ ctx: await inProject(ctx, input) }));
