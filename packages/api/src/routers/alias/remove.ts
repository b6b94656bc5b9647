import { RemoveAliasInput } from "@assay/contract";
import { removeAlias } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const removeAliasProcedure = procedure("alias:move")
  .input(RemoveAliasInput)
  .output(z.void())
  .mutation(async ({ ctx, input }) => removeAlias({ ctx: await inProject(ctx, input), input }));
