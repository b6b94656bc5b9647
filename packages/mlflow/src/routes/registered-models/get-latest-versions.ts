import { invalidInput } from "@assay/contract";
import { getModel, latestVersions, MODEL_STAGES, type ModelStage } from "@assay/services";
import { z } from "zod";
import { versionBody } from "../../entity/version-body.ts";
import { type MlflowRoute, mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";

const latestRoute = (method: "GET" | "POST"): MlflowRoute =>
  mlflowRoute({
    method,
    path: "/api/2.0/mlflow/registered-models/get-latest-versions",
    permission: "model:read",
    input: z.object({ name: field.required(), stages: field.list(field.text(), 100) }),
    async handle({ ctx, input }) {
      const stages = input.stages.length === 0 ? MODEL_STAGES : input.stages.map(toStage);
      const model = await getModel({ ctx, input });
      const latest = (await latestVersions({ ctx, input: { models: [model] } })).get(model.id) ?? [];
      return { model_versions: latest.filter(({ stage }) => stages.includes(stage)).map(versionBody) };
    },
  });

export const getLatestVersionsRoutes = [latestRoute("POST"), latestRoute("GET")];

/** A stage by its name in any case. */
export function toStage(text: string): ModelStage {
  const stage = MODEL_STAGES.find((name) => name.toLowerCase() === text.toLowerCase());
  if (stage === undefined) {
    throw invalidInput(
      `Invalid Model Version stage: ${text.slice(0, 80)}. Value must be one of ${MODEL_STAGES.join(", ")}.`,
      "stage",
    );
  }
  return stage;
}
