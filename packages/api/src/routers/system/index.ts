import { router } from "../../init.ts";
import { retryDeadProcedure } from "./retry-dead.ts";
import { systemStatusProcedure } from "./status.ts";

export const systemRouter = router({
  retryDead: retryDeadProcedure,
  status: systemStatusProcedure,
});
