import { TokenId, WorkspaceScope } from "@assay/contract";
import { revokeToken } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inWorkspace } from "../../scoped.ts";

export const revokeTokenProcedure = procedure("token:manage")
  .input(WorkspaceScope.extend({ tokenId: TokenId }))
  .output(z.void())
  .mutation(async ({ ctx, input }) => revokeToken({ ctx: await inWorkspace(ctx, input), input }));
