import { getExperiment } from "@assay/services";
import { z } from "zod";
import { experimentBody } from "../../entity/experiment-body.ts";
import { projectAddress } from "../../entity/project-address.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toExperimentNumber } from "../../wire/to-experiment-number.ts";

export const getExperimentRoute = mlflowRoute({
  method: "GET",
  path: "/api/2.0/mlflow/experiments/get",
  permission: "experiment:read",
  input: z.object({ experiment_id: field.required() }),
  async handle({ ctx, input }) {
    const experiment = await getExperiment({ ctx, input: { number: toExperimentNumber(input.experiment_id) } });
    return { experiment: experimentBody(projectAddress(ctx), experiment) };
  },
});
