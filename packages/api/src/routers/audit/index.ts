import { router } from "../../init.ts";
import { listAuditEventsProcedure } from "./list.ts";

export const auditRouter = router({
  list: listAuditEventsProcedure,
});
