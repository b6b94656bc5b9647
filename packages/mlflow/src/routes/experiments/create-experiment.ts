import { invalidInput, LIMITS } from "@assay/contract";
import { createExperiment } from "@assay/services";
import { z } from "zod";
import { projectAddress } from "../../entity/project-address.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toExperimentName } from "../../wire/to-experiment-name.ts";
import { toRecord } from "../../wire/to-record.ts";
import { EXPERIMENT_NOTE_LENGTH, NOTE_TAG } from "./experiment-note.ts";

export const createExperimentRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/experiments/create",
  permission: "experiment:write",
  input: z.object({
    name: field.required(),
    artifact_location: field.optional(field.text()),
    tags: field.writtenEntries(LIMITS.experimentTagValueLength),
  }),
  async handle({ ctx, input }) {
    const { workspace, project } = projectAddress(ctx);
    const own = `mlflow-artifacts:/${workspace}/${project}/`;
    const location = input.artifact_location ?? "";
    // Files always live where we keep them; a place we could not read back must not look accepted.
    if (location !== "" && !location.startsWith(own)) {
      throw invalidInput(
        `Invalid artifact location: leave it out, artifacts are kept under ${own}`,
        "artifact_location",
      );
    }
    const name = toExperimentName(input.name, "name");
    const tags = toRecord(input.tags);
    const description = (tags[NOTE_TAG] ?? "").slice(0, EXPERIMENT_NOTE_LENGTH);
    const { number } = await createExperiment({ ctx, input: { name, description, tags } });
    return { experiment_id: String(number) };
  },
});
