import { ModelVersion, RegisteredModelInput } from "@assay/contract";
import { listVersions } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const listVersionsProcedure = procedure("model:read")
  .input(RegisteredModelInput)
  .output(z.array(ModelVersion))
  .query(async ({ ctx, input }) => listVersions({ ctx: await inProject(ctx, input), input }));
