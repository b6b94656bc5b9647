import { deleteRunTag, updateRun } from "@assay/services";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toRunId, withRunId } from "../../wire/with-run-id.ts";

export const deleteTagRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/runs/delete-tag",
  permission: "run:write",
  input: withRunId({ key: field.key() }),
  async handle({ ctx, input: { run_id, key } }) {
    const runId = toRunId(run_id);
    await deleteRunTag({ ctx, input: { runId, key } });
    if (key === "mlflow.note.content") await updateRun({ ctx, input: { runId, notes: "" } });
    return {};
  },
});
