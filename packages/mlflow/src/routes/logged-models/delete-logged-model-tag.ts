import { notFound } from "@assay/contract";
import { getLoggedModel, updateLoggedModel } from "@assay/services";
import { z } from "zod";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toLoggedModelId } from "../../wire/to-logged-model-id.ts";

export const deleteLoggedModelTagRoute = mlflowRoute({
  method: "DELETE",
  path: "/api/2.0/mlflow/logged-models/{model_id}/tags/{...key}",
  permission: "run:write",
  reads: "run:read",
  input: z.object({ model_id: field.text(), key: field.required() }),
  async handle({ ctx, input }) {
    const loggedModelId = toLoggedModelId(input.model_id);
    const { tags } = await getLoggedModel({ ctx, input: { loggedModelId } });
    if (!Object.hasOwn(tags, input.key)) throw notFound(`Tag with key ${input.key} of logged model ${loggedModelId}`);
    await updateLoggedModel({ ctx, input: { loggedModelId, deleteTag: input.key } });
    return {};
  },
});
