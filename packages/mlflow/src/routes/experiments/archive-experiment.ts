import { archiveExperiment } from "@assay/services";
import { z } from "zod";
import { type MlflowRoute, mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toExperimentNumber } from "../../wire/to-experiment-number.ts";

const lifecycleRoute = (action: "delete" | "restore"): MlflowRoute =>
  mlflowRoute({
    method: "POST",
    path: `/api/2.0/mlflow/experiments/${action}`,
    permission: "experiment:write",
    input: z.object({ experiment_id: field.required() }),
    async handle({ ctx, input }) {
      const number = toExperimentNumber(input.experiment_id);
      await archiveExperiment({ ctx, input: { number, isArchived: action === "delete" } });
      return {};
    },
  });

/** Deletion is soft: it hides, and can be undone. */
export const archiveExperimentRoutes = [lifecycleRoute("delete"), lifecycleRoute("restore")];
