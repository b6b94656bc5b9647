import { invalidInput } from "@assay/contract";
import { getRun, logToRun } from "@assay/services";
import { z } from "zod";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toRunId, withRunId } from "../../wire/with-run-id.ts";
import { tagRecord } from "./log-entries.ts";

const HISTORY_TAG = "mlflow.log-model.history";

const ModelJson = z.looseObject({
  artifact_path: z.string(),
  flavors: z.record(z.string(), z.unknown()),
  utc_time_created: z.string(),
  run_id: z.string(),
});

/** How clients before MLflow 3 note a model that they put among a run's files. */
export const logModelRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/runs/log-model",
  permission: "run:write",
  input: withRunId({ model_json: field.text() }),
  async handle({ ctx, input }) {
    const runId = toRunId(input.run_id);
    const model = ModelJson.safeParse(parse(input.model_json));
    if (!model.success) throw invalidInput(`Malformed model info: ${model.error.issues[0]?.message}`, "model_json");
    const { tags } = await getRun({ ctx, input: { runId } });
    const known: unknown = parse(tags[HISTORY_TAG] ?? "[]");
    const history = JSON.stringify([...(Array.isArray(known) ? known : []), model.data]);
    await logToRun({ ctx, input: { runId, tags: tagRecord([{ key: HISTORY_TAG, value: history }]) } });
    return {};
  },
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
