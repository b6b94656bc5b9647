import { readHistory } from "@assay/services";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toRunId, withRunId } from "../../wire/with-run-id.ts";
import { countUpTo, historyOrder, placeAt } from "./history-order.ts";
import { historyPoint } from "./history-point.ts";
import { readHistoryToken, writeHistoryToken } from "./history-token.ts";

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
    const series = `${ctx.project.id}/${runId}/${key}`;
    const seen = readHistoryToken(input.page_token, series);
    const points = await readHistory({ ctx, input: { runId, key } });
    const rows = historyOrder(points);
    const from = seen === null ? 0 : countUpTo(points, rows, seen);
    const page = rows.subarray(from, from + input.max_results);
    const last = from + page.length < rows.length ? page.at(-1) : undefined;
    return {
      metrics: Array.from(page, (at) => historyPoint(key, points, at)),
      next_page_token: last === undefined ? null : writeHistoryToken(placeAt(points, last), series),
    };
  },
});
