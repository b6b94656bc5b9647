import { runDetailsFromTags } from "@assay/domain";
import { logWithDetails } from "@assay/services";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toRunId, withRunId } from "../../wire/with-run-id.ts";
import { tagRecord } from "./log-entries.ts";

export const setTagRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/runs/set-tag",
  permission: "run:write",
  comparesAccess: true,
  input: withRunId({ key: field.key(), value: field.value() }),
  async handle({ ctx, input: { run_id, key, value } }) {
    const tags = tagRecord([{ key, value }]);
    await logWithDetails({ ctx, input: { runId: toRunId(run_id), tags, details: runDetailsFromTags(tags) } });
    return {};
  },
});
