import { invalidInput } from "@assay/contract";
import { createRun } from "@assay/services";
import { z } from "zod";
import { runAnswer } from "../../entity/load-run.ts";
import { runDetailsFromTags, toRunName } from "../../entity/run-details-from-tags.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toExperimentNumber } from "../../wire/to-experiment-number.ts";
import { tagRecord } from "./log-entries.ts";

export const createRunRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/runs/create",
  permission: "run:write",
  input: z.object({
    experiment_id: field.optional(field.text()),
    user_id: field.optional(field.text()),
    run_name: field.optional(field.text()),
    start_time: field.optional(field.timeMs()),
    tags: field.entries(),
  }),
  async handle({ ctx, input }) {
    const tags = tagRecord(input.tags);
    const tagName = tags["mlflow.runName"] ?? "";
    const givenName = input.run_name ?? "";
    if (givenName !== "" && tagName !== "" && givenName !== tagName) {
      throw invalidInput(
        `Both run_name '${givenName}' and the tag mlflow.runName '${tagName}' are given, and they differ`,
        "run_name",
      );
    }
    const { name: _name, source = {}, notes = "", parentTag } = runDetailsFromTags(tags) ?? {};
    const user = input.user_id ?? tags["mlflow.user"] ?? "";
    const run = await createRun({
      ctx,
      input: {
        experiment: { number: toExperimentNumber(input.experiment_id || "0") },
        name: toRunName(givenName || tagName) ?? undefined,
        parentTag,
        startedAtMs: input.start_time,
        params: {},
        tags,
        notes,
        source,
        environment: user === "" ? {} : { user: user.slice(0, 250) },
      },
    });
    return runAnswer(ctx, run.id);
  },
});
