import { addModelOutputs } from "@assay/services";
import { z } from "zod";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toLoggedModelId } from "../../wire/to-logged-model-id.ts";
import { toRunId, withRunId } from "../../wire/with-run-id.ts";

export const logOutputsRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/runs/outputs",
  permission: "run:write",
  input: withRunId({
    models: field.requiredList(z.object({ model_id: field.required(), step: field.optional(field.int64()) }), 1_000),
  }),
  async handle({ ctx, input }) {
    const models = input.models.map(({ model_id, step = 0 }) => ({ id: toLoggedModelId(model_id), step }));
    await addModelOutputs({ ctx, input: { runId: toRunId(input.run_id), models } });
    return {};
  },
});
