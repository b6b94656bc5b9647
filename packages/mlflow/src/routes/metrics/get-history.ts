import { readHistory } from "@assay/services";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toRunId, withRunId } from "../../wire/with-run-id.ts";
import { historyPoints } from "./history-points.ts";
import { readOffset, writeOffset } from "./offset-token.ts";

const STANDARD_PAGE = 25_000;

export const getHistoryRoute = mlflowRoute({
  method: "GET",
  path: "/api/2.0/mlflow/metrics/get-history",
  permission: "run:read",
  input: withRunId({
    metric_key: field.required(),
    max_results: field.maxResults(STANDARD_PAGE, STANDARD_PAGE),
    page_token: field.pageToken(),
  }),
  async handle({ ctx, input }) {
    const runId = toRunId(input.run_id);
    const key = input.metric_key;
    const start = readOffset(input.page_token, `${runId}/${key}`);
    const points = historyPoints(key, await readHistory({ ctx, input: { runId, key } }));
    const end = start + input.max_results;
    const nextToken = end < points.length ? writeOffset(end, `${runId}/${key}`) : null;
    return { metrics: points.slice(start, end), next_page_token: nextToken };
  },
});
