import { invalidInput } from "@assay/contract";
import { type ProjectContext, readHistory } from "@assay/services";
import { z } from "zod";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toRunId } from "../../wire/with-run-id.ts";
import { type HistoryPoint, historyPoints } from "./history-points.ts";

/** One metric of several runs, thinned to a number of steps each. */
export const getHistoryBulkIntervalRoute = mlflowRoute({
  method: "GET",
  path: "/api/2.0/mlflow/metrics/get-history-bulk-interval",
  permission: "run:read",
  input: z.object({
    run_ids: field.requiredList(field.text(), 100),
    metric_key: field.required(),
    start_step: field.optional(field.int64()),
    end_step: field.optional(field.int64()),
    max_results: field.maxResults(2_500, 320),
  }),
  async handle({ ctx, input }) {
    const { start_step: from, end_step: to } = input;
    if ((from === undefined) !== (to === undefined)) {
      throw invalidInput("If either start step or end step are specified, both must be specified.", "start_step");
    }
    if (from !== undefined && to !== undefined && from > to) {
      throw invalidInput("end_step must not be less than start_step", "end_step");
    }
    const range = { from: from ?? Number.NEGATIVE_INFINITY, to: to ?? Number.POSITIVE_INFINITY };
    const series = await Promise.all(
      input.run_ids.map((id) => read(ctx, id, input.metric_key, range, input.max_results)),
    );
    return { metrics: series.flat() };
  },
});

async function read(
  ctx: ProjectContext,
  id: string,
  key: string,
  range: { from: number; to: number },
  most: number,
): Promise<(HistoryPoint & { run_id: string })[]> {
  const runId = toRunId(id);
  const points = historyPoints(key, await readHistory({ ctx, input: { runId, key } }));
  const within = points.filter(({ step }) => step >= range.from && step <= range.to);
  const kept = evenSteps(within, most);
  return within.filter(({ step }) => kept.has(step)).map((point) => ({ ...point, run_id: runId }));
}

/** Evenly spaced distinct steps, the first and the last among them. */
function evenSteps(points: readonly HistoryPoint[], most: number): Set<number> {
  const steps = [...new Set(points.map(({ step }) => step))].sort((a, b) => a - b);
  if (steps.length <= most) return new Set(steps);
  const last = steps.length - 1;
  return new Set(Array.from({ length: most }, (_, at) => steps[Math.round((at * last) / Math.max(1, most - 1))] ?? 0));
}
