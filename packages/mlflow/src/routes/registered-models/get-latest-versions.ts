import { invalidInput } from "@assay/contract";
import { listVersions, MODEL_STAGES, type ModelStage, stageOf, type VersionRecord } from "@assay/services";
import { z } from "zod";
import { versionBody } from "../../entity/version-body.ts";
import { type MlflowRoute, mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";

const latestRoute = (method: "GET" | "POST"): MlflowRoute =>
  mlflowRoute({
    method,
    path: "/api/2.0/mlflow/registered-models/get-latest-versions",
    permission: "model:read",
    input: z.object({ name: field.text(), stages: field.list(field.text(), 100) }),
    async handle({ ctx, input }) {
      const stages = input.stages.length === 0 ? MODEL_STAGES : input.stages.map(toStage);
      const versions = await listVersions({ ctx, input });
      return {
        model_versions: MODEL_STAGES.filter((stage) => stages.includes(stage)).flatMap((stage) =>
          latestIn(versions, stage),
        ),
      };
    },
  });

export const getLatestVersionsRoutes = [latestRoute("POST"), latestRoute("GET")];

/** Versions come newest first. */
function latestIn(versions: readonly VersionRecord[], stage: ModelStage): object[] {
  const found = versions.find((version) => stageOf(version) === stage);
  return found === undefined ? [] : [versionBody(found)];
}

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
