import { updateLoggedModel } from "@assay/services";
import { z } from "zod";
import { loggedModelAnswer } from "../../entity/load-logged-model.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toLoggedModelId } from "../../wire/to-logged-model-id.ts";
import { tagRecord } from "../runs/log-entries.ts";

export const setLoggedModelTagsRoute = mlflowRoute({
  method: "PATCH",
  path: "/api/2.0/mlflow/logged-models/{model_id}/tags",
  permission: "run:write",
  reads: "run:read",
  input: z.object({ model_id: field.text(), tags: field.entries(1_000) }),
  async handle({ ctx, input }) {
    const loggedModelId = toLoggedModelId(input.model_id);
    await updateLoggedModel({ ctx, input: { loggedModelId, setTags: tagRecord(input.tags) } });
    return loggedModelAnswer(ctx, loggedModelId);
  },
});
