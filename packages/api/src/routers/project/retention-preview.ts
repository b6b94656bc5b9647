import { RetentionPreview, RetentionPreviewInput } from "@assay/contract";
import { previewRetention } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const retentionPreviewProcedure = procedure("project:read")
  .input(RetentionPreviewInput)
  .output(RetentionPreview)
  .query(async ({ ctx, input }) => previewRetention({ ctx: await inProject(ctx, input), input }));
