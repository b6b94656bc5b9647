import { invalidInput, LIMITS } from "@assay/contract";
import { createExperiment } from "@assay/services";
import { z } from "zod";
import type { ProjectAddress } from "../../artifact/artifact-root.ts";
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
    requireOwnPlace(projectAddress(ctx), input.artifact_location ?? "");
    const name = toExperimentName(input.name, "name");
    const tags = toRecord(input.tags);
    const description = (tags[NOTE_TAG] ?? "").slice(0, EXPERIMENT_NOTE_LENGTH);
    const { number } = await createExperiment({ ctx, input: { name, description, tags } });
    return { experiment_id: String(number) };
  },
});

/** Files always live where we keep them; a place we could not read back must not look accepted. */
function requireOwnPlace({ workspace, project }: ProjectAddress, location: string): void {
  const own = `mlflow-artifacts:/${workspace}/${project}`;
  const rest = location.startsWith(own) ? location.slice(own.length) : null;
  if (location === "" || (rest !== null && /^(\/|\/experiments\/\d{1,9})?$/.test(rest))) return;
  throw invalidInput(`Invalid artifact location: leave it out, artifacts are kept under ${own}/`, "artifact_location");
}
