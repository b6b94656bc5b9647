import { logMetrics, logWithDetails } from "@assay/services";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { toRunId, withRunId } from "../../wire/with-run-id.ts";
import { metricEntry, modelMetrics, pointsByKey } from "./log-entries.ts";
import { readPlainLogMetric } from "./read-plain-log.ts";

export const logMetricRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/runs/log-metric",
  permission: "run:write",
  input: withRunId(metricEntry.shape),
  quick({ ctx, raw }) {
    const plain = readPlainLogMetric(raw);
    return plain === null ? null : logMetrics({ ctx, input: plain }).then(() => ({}));
  },
  async handle({ ctx, input }) {
    const runId = toRunId(input.run_id);
    await logWithDetails({
      ctx,
      input: { runId, metrics: pointsByKey([input]), modelMetrics: modelMetrics([input]) },
    });
    return {};
  },
});
