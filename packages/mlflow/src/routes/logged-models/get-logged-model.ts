import { notFound } from "@assay/contract";
import { getLoggedModel } from "@assay/services";
import { z } from "zod";
import { describedBodies } from "../../entity/load-logged-model.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toLoggedModelId } from "../../wire/to-logged-model-id.ts";

export const getLoggedModelRoute = mlflowRoute({
  method: "GET",
  path: "/api/2.0/mlflow/logged-models/{model_id}",
  permission: "run:read",
  input: z.object({ model_id: field.text(), allow_deleted: field.optional(field.bool()) }),
  async handle({ ctx, input }) {
    const found = await getLoggedModel({ ctx, input: { loggedModelId: toLoggedModelId(input.model_id) } });
    if (found.isArchived && input.allow_deleted !== true) throw notFound(`Logged model with id=${found.id}`);
    const [model] = await describedBodies(ctx, [found]);
    return { model };
  },
});
