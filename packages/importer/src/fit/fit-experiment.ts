import { LIMITS } from "@assay/contract";
import type { ImportedExperiment } from "@assay/services";
import type { SourceExperiment } from "../source/mlflow-source.ts";
import { fitEntries } from "./fit-entries.ts";
import { fitName } from "./fit-name.ts";
import { fitTime } from "./fit-time.ts";
import type { Notes } from "./notes.ts";

const NOTE_TAG = "mlflow.note.content";
const DESCRIPTION_LENGTH = 10_000;
/** Clients take an experiment's number for its id, in at most nine digits. */
const LARGEST_NUMBER = 999_999_998;

export function fitExperiment(experiment: SourceExperiment, notes: Notes): ImportedExperiment {
  const { id, name, createdAtMs, updatedAtMs } = experiment;
  const maxLength = LIMITS.experimentTagValueLength;
  const tags = fitEntries(experiment.tags, { what: "experiment tags", maxLength, notes });
  const created = fitTime(createdAtMs, 0, "experiments", notes);
  return {
    number: /^\d{1,9}$/.test(id) && Number(id) <= LARGEST_NUMBER ? Number(id) : null,
    name: fitName(name, "experiments", notes) ?? `MLflow experiment ${id}`,
    description: (tags[NOTE_TAG] ?? "").slice(0, DESCRIPTION_LENGTH).toWellFormed(),
    tags,
    createdAtMs: created,
    updatedAtMs: fitTime(updatedAtMs, created, "experiments", notes),
    isDeleted: experiment.isDeleted,
  };
}
