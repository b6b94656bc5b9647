import { LineageGraph, LineageInput } from "@assay/contract";
import { getLineage } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const getLineageProcedure = procedure("run:read")
  .input(LineageInput)
  .output(LineageGraph)
  .query(async ({ ctx, input }) => getLineage({ ctx: await inProject(ctx, input), input }));
