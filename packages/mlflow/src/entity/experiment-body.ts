import type { Experiment } from "@assay/contract";
import { artifactUri, type ProjectAddress } from "../artifact/artifact-root.ts";
import { tagList } from "./tag-list.ts";

/** An experiment as the protocol shows it; its id is its number. */
export function experimentBody(scope: ProjectAddress, experiment: Experiment): object {
  const { number, name, lifecycle, description, createdAtMs, updatedAtMs, tags } = experiment;
  const note = description === "" ? {} : { "mlflow.note.content": description };
  return {
    experiment_id: String(number),
    name,
    artifact_location: artifactUri(scope, { kind: "experiment", number }),
    lifecycle_stage: lifecycle === "active" ? "active" : "deleted",
    creation_time: createdAtMs,
    last_update_time: updatedAtMs,
    tags: tagList({ ...tags, ...note }),
  };
}
