import { getExperiment } from "@assay/services";
import { z } from "zod";
import { experimentBody } from "../../entity/experiment-body.ts";
import { projectAddress } from "../../entity/project-address.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";

/** Deleted ones too: clients ask this before they create. */
export const getExperimentByNameRoute = mlflowRoute({
  method: "GET",
  path: "/api/2.0/mlflow/experiments/get-by-name",
  permission: "experiment:read",
  input: z.object({ experiment_name: field.required() }),
  async handle({ ctx, input }) {
    const experiment = await getExperiment({ ctx, input: { name: input.experiment_name.trim() } });
    return { experiment: experimentBody(projectAddress(ctx), experiment) };
  },
});
