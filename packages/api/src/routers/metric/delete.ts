import { DeletedMetric, DeleteMetricInput } from "@assay/contract";
import { deleteRunMetric } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const deleteMetricProcedure = procedure("run:delete")
  .input(DeleteMetricInput)
  .output(DeletedMetric)
  .mutation(async ({ ctx, input }) => deleteRunMetric({ ctx: await inProject(ctx, input), input }));
