import { DenseMetrics, LogMetricsResult, RunInput } from "@assay/contract";
import { countPoints, densePoints } from "@assay/domain";
import { logToRun } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const logMetricsProcedure = procedure("run:write")
  .input(RunInput.extend({ metrics: DenseMetrics }))
  .output(LogMetricsResult)
  .mutation(async ({ ctx, input }) => {
    const metrics = densePoints(input.metrics);
    await logToRun({ ctx: await inProject(ctx, input), input: { runId: input.runId, metrics } });
    return { accepted: countPoints(metrics) };
  });
