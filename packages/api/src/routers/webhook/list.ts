import { PageInput, ProjectScope, pageOf, Webhook } from "@assay/contract";
import { listWebhooks } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const listWebhooksProcedure = procedure("webhook:manage")
  .input(ProjectScope.extend(PageInput.shape))
  .output(pageOf(Webhook))
  .query(async ({ ctx, input: { cursor, limit, ...scope } }) =>
    listWebhooks({ ctx: await inProject(ctx, scope), input: { cursor, limit } }),
  );
