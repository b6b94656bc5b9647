import { noteModel } from "@assay/services";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toRunId, withRunId } from "../../wire/with-run-id.ts";
import { readModelJson } from "./read-model-json.ts";

/** How clients before MLflow 3 note a model that they put among a run's files. */
export const logModelRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/runs/log-model",
  permission: "run:write",
  input: withRunId({ model_json: field.required() }),
  async handle({ ctx, input }) {
    await noteModel({ ctx, input: { runId: toRunId(input.run_id), model: readModelJson(input.model_json) } });
    return {};
  },
});
