import { ArtifactFile, ArtifactTreeInput } from "@assay/contract";
import { listArtifactTree } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const artifactTreeProcedure = procedure("artifact:read")
  .input(ArtifactTreeInput)
  .output(z.array(ArtifactFile))
  .query(async ({ ctx, input }) => listArtifactTree({ ctx: await inProject(ctx, input), input }));
