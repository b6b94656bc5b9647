import { Series, SeriesInput } from "@assay/contract";
import { readSeries } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";
import { seriesJson } from "../../series-json.ts";

export const readSeriesProcedure = procedure("run:read")
  .input(SeriesInput)
  .output(z.array(Series))
  .query(async ({ ctx, input }) => {
    const answers = await readSeries({ ctx: await inProject(ctx, input), input });
    return answers.map(seriesJson);
  });
