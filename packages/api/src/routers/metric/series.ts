import { Series, SeriesInput } from "@assay/contract";
import { readSeries } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const readSeriesProcedure = procedure("run:read")
  .input(SeriesInput)
  .output(z.array(Series))
  .query(async ({ ctx, input }) => readSeries({ ctx: await inProject(ctx, input), input }));
