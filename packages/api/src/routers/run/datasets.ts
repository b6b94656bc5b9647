import { RunDataset, RunInput } from "@assay/contract";
import { listRunDatasets } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const listRunDatasetsProcedure = procedure("run:read")
  .input(RunInput)
  .output(z.array(RunDataset))
  .query(async ({ ctx, input }) => {
    const byRun = await listRunDatasets({ ctx: await inProject(ctx, input), input: { runIds: [input.runId] } });
    return byRun.get(input.runId) ?? [];
  });
