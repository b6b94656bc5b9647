import { updateExperiment } from "@assay/services";
import { z } from "zod";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toExperimentName } from "../../wire/to-experiment-name.ts";
import { toExperimentNumber } from "../../wire/to-experiment-number.ts";

export const updateExperimentRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/experiments/update",
  permission: "experiment:write",
  input: z.object({ experiment_id: field.required(), new_name: field.required() }),
  async handle({ ctx, input }) {
    const number = toExperimentNumber(input.experiment_id);
    await updateExperiment({ ctx, input: { number, name: toExperimentName(input.new_name, "new_name") } });
    return {};
  },
});
