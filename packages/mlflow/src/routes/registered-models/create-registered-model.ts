import { LIMITS } from "@assay/contract";
import { createModel } from "@assay/services";
import { z } from "zod";
import { registeredModelAnswer } from "../../entity/load-registered-models.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toModelName } from "../../wire/to-model-name.ts";
import { toRecord } from "../../wire/to-record.ts";

export const createRegisteredModelRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/registered-models/create",
  permission: "model:write",
  reads: "model:read",
  input: z.object({
    name: field.required(),
    tags: field.writtenEntries(LIMITS.registryTagValueLength),
    description: field.optional(field.text()),
  }),
  async handle({ ctx, input }) {
    const description = (input.description ?? "").slice(0, LIMITS.noteLength);
    const model = await createModel({
      ctx,
      input: { name: toModelName(input.name), description, tags: toRecord(input.tags) },
    });
    return registeredModelAnswer(ctx, model);
  },
});
