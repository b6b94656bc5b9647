import { GroupSeries, GroupSeriesInput } from "@assay/contract";
import { readGroupSeries } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";
import { groupSeriesJson } from "../../series-json.ts";

export const readGroupSeriesProcedure = procedure("run:read")
  .input(GroupSeriesInput)
  .output(z.array(GroupSeries))
  .query(async ({ ctx, input }) => {
    const answers = await readGroupSeries({ ctx: await inProject(ctx, input), input });
    return answers.map(groupSeriesJson);
  });
