import { transitionStage } from "@assay/services";
import { z } from "zod";
import { versionBody } from "../../entity/version-body.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toVersionNumber } from "../../wire/to-version-number.ts";
import { toStage } from "../registered-models/get-latest-versions.ts";

/** Stages are what older clients have for aliases; the alias behind a stage is moved. */
export const transitionStageRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/model-versions/transition-stage",
  permission: "alias:move",
  reads: "model:read",
  input: z.object({
    name: field.required(),
    version: field.required(),
    stage: field.required(),
    archive_existing_versions: field.optional(field.bool()),
  }),
  async handle({ ctx, input }) {
    const stage = toStage(input.stage);
    const version = toVersionNumber(input.version);
    const archivesOthers = input.archive_existing_versions ?? false;
    return {
      model_version: versionBody(
        await transitionStage({ ctx, input: { name: input.name, version, stage, archivesOthers } }),
      ),
    };
  },
});
