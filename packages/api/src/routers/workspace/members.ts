import { Member, WorkspaceScope } from "@assay/contract";
import { listMembers } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inWorkspace } from "../../scoped.ts";

export const listMembersProcedure = procedure("member:read")
  .input(WorkspaceScope)
  .output(z.array(Member))
  .query(async ({ ctx, input }) => listMembers({ ctx: await inWorkspace(ctx, input) }));
