import { invalidInput, Name } from "@assay/contract";
import { createLoggedModel, creationDigest } from "@assay/services";
import { z } from "zod";
import { loggedModelAnswer } from "../../entity/load-logged-model.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toExperimentNumber } from "../../wire/to-experiment-number.ts";
import { toRunId } from "../../wire/with-run-id.ts";
import { paramRecord, tagRecord } from "../runs/log-entries.ts";

export const createLoggedModelRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/logged-models",
  permission: "run:write",
  reads: "run:read",
  input: z.object({
    experiment_id: field.required(),
    name: field.optional(field.text()),
    model_type: field.optional(field.text()),
    source_run_id: field.optional(field.text()),
    params: field.entries(),
    tags: field.entries(),
  }),
  async handle({ ctx, input, makeOnce }) {
    const { source_run_id: runId = "", model_type: modelType = "" } = input;
    const experimentNumber = toExperimentNumber(input.experiment_id);
    const origin = runId === "" ? { experimentNumber } : { runId: toRunId(runId) };
    const model = {
      origin,
      name: modelName(input.name),
      modelType: modelType.slice(0, 250),
      params: paramRecord(input.params),
      tags: tagRecord(input.tags),
    };
    const { loggedModelId } = await makeOnce(creationDigest(ctx, "loggedModel", input), async (id, request) => {
      const made = await createLoggedModel({ ctx, input: { ...model, id, request } });
      return { id: made.id.slice("m-".length), loggedModelId: made.id };
    });
    return loggedModelAnswer(ctx, loggedModelId);
  },
});

/** Clients build paths and URIs of the name. */
function modelName(given = ""): string {
  if (given === "") return "model";
  const name = Name.safeParse(given);
  if (!name.success || /[/:.%"']/.test(name.data)) {
    throw invalidInput(`Invalid model name '${given.slice(0, 100)}'. It must not contain / : . % " or '`, "name");
  }
  return name.data;
}
