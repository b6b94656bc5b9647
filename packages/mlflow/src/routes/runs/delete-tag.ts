import { deleteRunTag } from "@assay/services";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toRunId, withRunId } from "../../wire/with-run-id.ts";

/** Tags that are views of what a run has of its own. */
const VIEWS = new Map<string, "name" | "notes" | "parent">([
  ["mlflow.runName", "name"],
  ["mlflow.note.content", "notes"],
  ["mlflow.parentRunId", "parent"],
]);

export const deleteTagRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/runs/delete-tag",
  permission: "run:write",
  input: withRunId({ key: field.required() }),
  async handle({ ctx, input: { run_id, key } }) {
    await deleteRunTag({ ctx, input: { runId: toRunId(run_id), key, view: VIEWS.get(key) } });
    return {};
  },
});
