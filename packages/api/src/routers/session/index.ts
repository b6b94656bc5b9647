import { router } from "../../init.ts";
import { getDefaultScopeProcedure } from "./default-scope.ts";
import { getSessionProcedure } from "./get.ts";

export const sessionRouter = router({
  get: getSessionProcedure,
  defaultScope: getDefaultScopeProcedure,
});
