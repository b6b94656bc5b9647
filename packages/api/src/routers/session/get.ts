import { Session } from "@assay/contract";
import { getSession } from "@assay/services";
import { procedure } from "../../init.ts";

export const getSessionProcedure = procedure("public")
  .output(Session.nullable())
  .query(({ ctx }) => getSession({ ctx: ctx.services }));
