import { ModelVersionDetail, ModelVersionInput } from "@assay/contract";
import { getVersion } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const getVersionProcedure = procedure("model:read")
  .input(ModelVersionInput)
  .output(ModelVersionDetail)
  .query(async ({ ctx, input }) => getVersion({ ctx: await inProject(ctx, input), input }));
