import { ApiToken, WorkspaceScope } from "@assay/contract";
import { listTokens } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inWorkspace } from "../../scoped.ts";

export const listTokensProcedure = procedure("token:manage")
  .input(WorkspaceScope)
  .output(z.array(ApiToken))
  .query(async ({ ctx, input }) => listTokens({ ctx: await inWorkspace(ctx, input) }));
