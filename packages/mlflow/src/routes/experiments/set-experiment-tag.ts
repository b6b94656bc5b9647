import { LIMITS } from "@assay/contract";
import { updateExperiment } from "@assay/services";
import { z } from "zod";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toExperimentNumber } from "../../wire/to-experiment-number.ts";
import { EXPERIMENT_NOTE_LENGTH, NOTE_TAG } from "./experiment-note.ts";

export const setExperimentTagRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/experiments/set-experiment-tag",
  permission: "experiment:write",
  input: z.object({
    experiment_id: field.required(),
    key: field.key(),
    value: field.value(LIMITS.experimentTagValueLength),
  }),
  async handle({ ctx, input: { experiment_id, key, value } }) {
    const number = toExperimentNumber(experiment_id);
    const description = key === NOTE_TAG ? value.slice(0, EXPERIMENT_NOTE_LENGTH) : undefined;
    await updateExperiment({ ctx, input: { number, description, setTags: { [key]: value } } });
    return {};
  },
});
