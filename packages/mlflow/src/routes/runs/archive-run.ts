import { archiveRuns } from "@assay/services";
import { type MlflowRoute, mlflowRoute } from "../../route/mlflow-route.ts";
import { toRunId, withRunId } from "../../wire/with-run-id.ts";

const lifecycleRoute = (action: "delete" | "restore"): MlflowRoute =>
  mlflowRoute({
    method: "POST",
    path: `/api/2.0/mlflow/runs/${action}`,
    permission: "run:write",
    input: withRunId({}),
    async handle({ ctx, input }) {
      await archiveRuns({ ctx, input: { runIds: [toRunId(input.run_id)], isArchived: action === "delete" } });
      return {};
    },
  });

/** Deletion is soft: it hides, and can be undone. */
export const archiveRunRoutes = [lifecycleRoute("delete"), lifecycleRoute("restore")];
