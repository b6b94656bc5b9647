import { invalidInput } from "@assay/contract";
import { readHistories } from "@assay/services";
import { z } from "zod";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toRunId } from "../../wire/with-run-id.ts";
import { historyPoint } from "./history-point.ts";
import { sampleRows } from "./sample-rows.ts";

/** Of one run. */
const MOST_POINTS = 2_500;

/** One metric of several runs, thinned to a number of points each. */
export const getHistoryBulkIntervalRoute = mlflowRoute({
  method: "GET",
  path: "/api/2.0/mlflow/metrics/get-history-bulk-interval",
  permission: "run:read",
  input: z.object({
    run_ids: field.requiredList(field.text(), 100),
    metric_key: field.required(),
    start_step: field.optional(field.int64()),
    end_step: field.optional(field.int64()),
    max_results: field.maxResults(MOST_POINTS, MOST_POINTS),
  }),
  async handle({ ctx, input }) {
    const { start_step: fromStep, end_step: toStep, metric_key: key } = input;
    if ((fromStep === undefined) !== (toStep === undefined)) {
      throw invalidInput("If either start step or end step are specified, both must be specified.", "start_step");
    }
    if (fromStep !== undefined && toStep !== undefined && fromStep > toStep) {
      throw invalidInput("end_step must not be less than start_step", "end_step");
    }
    const runIds = input.run_ids.map(toRunId);
    const histories = await readHistories({ ctx, input: { runIds, key, fromStep, toStep } });
    const metrics = runIds.flatMap((runId) => {
      const points = histories.get(runId);
      if (points === undefined) return [];
      const rows = sampleRows(points.steps.length, input.max_results);
      return rows.map((at) => ({ ...historyPoint(key, points, at), run_id: runId }));
    });
    return { metrics };
  },
});
