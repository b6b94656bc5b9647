import { Dataset, ProjectScope } from "@assay/contract";
import { listDatasets } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const listDatasetsProcedure = procedure("run:read")
  .input(ProjectScope)
  .output(z.array(Dataset))
  .query(async ({ ctx, input }) => listDatasets({ ctx: await inProject(ctx, input) }));
