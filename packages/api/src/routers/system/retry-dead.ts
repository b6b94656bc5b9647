import { RetryDeadJobs, WorkspaceScope } from "@assay/contract";
import { retryDeadJobs } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inWorkspace } from "../../scoped.ts";

export const retryDeadProcedure = procedure("system:manage")
  .input(WorkspaceScope.extend(RetryDeadJobs.shape))
  .output(z.object({ retried: z.number().int() }))
  .mutation(async ({ ctx, input }) => retryDeadJobs({ ctx: await inWorkspace(ctx, input), input }));
