import { RedeliverInput } from "@assay/contract";
import { redeliver } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const redeliverProcedure = procedure("webhook:manage")
  .input(RedeliverInput)
  .output(z.void())
  .mutation(async ({ ctx, input }) => redeliver({ ctx: await inProject(ctx, input), input }));
