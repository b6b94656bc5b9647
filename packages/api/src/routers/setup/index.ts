import { router } from "../../init.ts";
import { completeSetupProcedure } from "./complete.ts";
import { setupStatusProcedure } from "./status.ts";

export const setupRouter = router({
  status: setupStatusProcedure,
  complete: completeSetupProcedure,
});
