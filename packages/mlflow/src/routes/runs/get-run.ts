import { runAnswer } from "../../entity/run-answer.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { toRunId, withRunId } from "../../wire/with-run-id.ts";

export const getRunRoute = mlflowRoute({
  method: "GET",
  path: "/api/2.0/mlflow/runs/get",
  permission: "run:read",
  input: withRunId({}),
  handle: ({ ctx, input }) => runAnswer(ctx, toRunId(input.run_id)),
});
