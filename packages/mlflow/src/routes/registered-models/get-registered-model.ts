import { getModel } from "@assay/services";
import { z } from "zod";
import { registeredModelAnswer } from "../../entity/load-registered-models.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";

export const getRegisteredModelRoute = mlflowRoute({
  method: "GET",
  path: "/api/2.0/mlflow/registered-models/get",
  permission: "model:read",
  input: z.object({ name: field.required() }),
  handle: async ({ ctx, input }) => registeredModelAnswer(ctx, await getModel({ ctx, input })),
});
