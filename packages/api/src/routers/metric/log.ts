import { DenseMetrics, LogMetricsResult, RunInput } from "@assay/contract";
import { densePoints } from "@assay/domain";
import { logMetrics } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const logMetricsProcedure = procedure("run:write")
  .input(RunInput.extend({ metrics: DenseMetrics }))
  .output(LogMetricsResult)
  .mutation(async ({ ctx, input: { metrics, ...input } }) =>
    logMetrics({
      ctx: await inProject(ctx, input),
      input: { runId: input.runId, metrics: densePoints(metrics), writer: metrics.writer },
    }),
  );
