import { router } from "../../init.ts";
import { createLoggedModelProcedure } from "./create.ts";
import { finalizeLoggedModelProcedure } from "./finalize.ts";
import { getLoggedModelProcedure } from "./get.ts";
import { listLoggedModelsProcedure } from "./list.ts";

export const loggedModelRouter = router({
  list: listLoggedModelsProcedure,
  get: getLoggedModelProcedure,
  create: createLoggedModelProcedure,
  finalize: finalizeLoggedModelProcedure,
});
