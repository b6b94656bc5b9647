import { router } from "../../init.ts";
import { getSessionProcedure } from "./get.ts";

export const sessionRouter = router({
  get: getSessionProcedure,
});
