import { SystemStatus, WorkspaceScope } from "@assay/contract";
import { getSystemStatus } from "@assay/services";
import { procedure } from "../../init.ts";
import { inWorkspace } from "../../scoped.ts";

export const systemStatusProcedure = procedure("system:read")
  .input(WorkspaceScope)
  .output(SystemStatus)
  .query(async ({ ctx, input }) => getSystemStatus({ ctx: await inWorkspace(ctx, input) }));
