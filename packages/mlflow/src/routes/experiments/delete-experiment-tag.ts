import { updateExperiment } from "@assay/services";
import { z } from "zod";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toExperimentNumber } from "../../wire/to-experiment-number.ts";
import { NOTE_TAG } from "./experiment-note.ts";

export const deleteExperimentTagRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/experiments/delete-experiment-tag",
  permission: "experiment:write",
  input: z.object({ experiment_id: field.required(), key: field.required() }),
  async handle({ ctx, input }) {
    const number = toExperimentNumber(input.experiment_id);
    const description = input.key === NOTE_TAG ? "" : undefined;
    await updateExperiment({ ctx, input: { number, description, deleteTag: input.key } });
    return {};
  },
});
