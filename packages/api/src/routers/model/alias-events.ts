import { AliasEvent, RegisteredModelInput } from "@assay/contract";
import { listAliasEvents } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const listAliasEventsProcedure = procedure("model:read")
  .input(RegisteredModelInput)
  .output(z.array(AliasEvent))
  .query(async ({ ctx, input }) => listAliasEvents({ ctx: await inProject(ctx, input), input }));
