import { AuditEvent, PageInput, pageOf, WorkspaceScope } from "@assay/contract";
import { listAuditEvents } from "@assay/services";
import { procedure } from "../../init.ts";
import { inWorkspace } from "../../scoped.ts";

export const listAuditEventsProcedure = procedure("audit:read")
  .input(WorkspaceScope.extend(PageInput.shape))
  .output(pageOf(AuditEvent))
  .query(async ({ ctx, input }) => listAuditEvents({ ctx: await inWorkspace(ctx, input), input }));
