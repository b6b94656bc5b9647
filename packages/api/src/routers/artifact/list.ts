import { ArtifactEntry, ListArtifactsInput } from "@assay/contract";
import { listArtifacts } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const listArtifactsProcedure = procedure("artifact:read")
  .input(ListArtifactsInput)
  .output(z.array(ArtifactEntry))
  .query(async ({ ctx, input }) => listArtifacts({ ctx: await inProject(ctx, input), input }));
