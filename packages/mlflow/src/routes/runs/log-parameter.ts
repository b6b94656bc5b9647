import { logToRun } from "@assay/services";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toRunId, withRunId } from "../../wire/with-run-id.ts";
import { paramRecord } from "./log-entries.ts";

export const logParameterRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/runs/log-parameter",
  permission: "run:write",
  comparesAccess: true,
  input: withRunId({ key: field.key(), value: field.value() }),
  async handle({ ctx, input: { run_id, key, value } }) {
    await logToRun({ ctx, input: { runId: toRunId(run_id), params: paramRecord([{ key, value }]) } });
    return {};
  },
});
