import { SetupStatus } from "@assay/contract";
import { getSetupStatus } from "@assay/services";
import { procedure } from "../../init.ts";

export const setupStatusProcedure = procedure("public")
  .output(SetupStatus)
  .query(({ ctx }) => getSetupStatus({ ctx: ctx.services }));
