import { ProjectScope } from "@assay/contract";
import { getDefaultScope } from "@assay/services";
import { procedure } from "../../init.ts";

export const getDefaultScopeProcedure = procedure("project:read")
  .output(ProjectScope)
  .query(({ ctx }) => getDefaultScope({ ctx: ctx.services }));
