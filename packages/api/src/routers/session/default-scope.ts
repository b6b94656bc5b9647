import { ProjectScope } from "@assay/contract";
import { getDefaultScope } from "@assay/services";
import { procedure } from "../../init.ts";

/** Any token may know which project it points at, or one that only writes could not tell where. */
export const getDefaultScopeProcedure = procedure("signed-in")
  .output(ProjectScope)
  .query(({ ctx }) => getDefaultScope({ ctx: ctx.services }));
