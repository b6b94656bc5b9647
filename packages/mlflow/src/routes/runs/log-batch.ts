import { invalidInput } from "@assay/contract";
import { runDetailsFromTags } from "@assay/domain";
import { logMetrics, logWithDetails } from "@assay/services";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toRunId, withRunId } from "../../wire/with-run-id.ts";
import { metricEntry, modelMetrics, paramRecord, pointsByKey, tagRecord } from "./log-entries.ts";
import { readPlainLogBatch } from "./read-plain-log.ts";

const MOST = { metrics: 1_000, params: 100, tags: 100, total: 1_000 } as const;

/** What MLflow takes for a run id in a batch, whether a run has it or not. */
const RUN_ID = /^[a-z0-9][\w-]{0,255}$/i;

export const logBatchRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/runs/log-batch",
  permission: "run:write",
  input: withRunId({ metrics: field.list(metricEntry), params: field.writtenEntries(), tags: field.writtenEntries() }),
  quick({ ctx, raw }) {
    const plain = readPlainLogBatch(raw, MOST.metrics);
    if (plain === null || plain.metrics.length === 0) return null;
    return logMetrics({ ctx, input: plain }).then(() => ({}));
  },
  async handle({ ctx, input }) {
    if (!RUN_ID.test(input.run_id)) {
      const shown = JSON.stringify(input.run_id.slice(0, 80));
      throw invalidInput(`Invalid value ${shown} for parameter 'run_id' supplied.`, "run_id");
    }
    const runId = toRunId(input.run_id);
    const { metrics, params, tags } = input;
    checkCount("metrics", metrics.length);
    checkCount("params", params.length);
    checkCount("tags", tags.length);
    checkCount("total", metrics.length + params.length + tags.length);
    const tagValues = tagRecord(tags);
    await logWithDetails({
      ctx,
      input: {
        runId,
        metrics: pointsByKey(metrics),
        params: paramRecord(params),
        tags: tagValues,
        details: runDetailsFromTags(tagValues),
        modelMetrics: modelMetrics(metrics),
      },
    });
    return {};
  },
});

function checkCount(kind: keyof typeof MOST, count: number): void {
  if (count <= MOST[kind]) return;
  const what = kind === "total" ? "metrics, params, and tags" : kind;
  throw invalidInput(
    `A batch logging request can contain at most ${MOST[kind]} ${what}. Got ${count} ${what}. Split it into several requests and try again.`,
    kind === "total" ? undefined : kind,
  );
}
