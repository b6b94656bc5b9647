import { router } from "../../init.ts";
import { getLineageProcedure } from "./get.ts";

export const lineageRouter = router({
  get: getLineageProcedure,
});
