import { CreatedToken, CreateTokenInput } from "@assay/contract";
import { createToken } from "@assay/services";
import { procedure } from "../../init.ts";
import { inWorkspace } from "../../scoped.ts";

export const createTokenProcedure = procedure("token:manage")
  .input(CreateTokenInput)
  .output(CreatedToken)
  .mutation(async ({ ctx, input }) => createToken({ ctx: await inWorkspace(ctx, input), input }));
