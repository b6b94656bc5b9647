import { Alias, MoveAliasInput } from "@assay/contract";
import { moveAlias } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const moveAliasProcedure = procedure("alias:move")
  .input(MoveAliasInput)
  .output(Alias)
  .mutation(async ({ ctx, input }) => moveAlias({ ctx: await inProject(ctx, input), input }));
