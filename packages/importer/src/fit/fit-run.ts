import { LIMITS, LoggedModelId, RunId, RunStatus } from "@assay/contract";
import { runDetailsFromTags, toRunName } from "@assay/domain";
import type { ImportedRun } from "@assay/services";
import { UnreadableError } from "../files/file-reader.ts";
import type { SourceRun } from "../source/mlflow-source.ts";
import { fitDataset } from "./fit-dataset.ts";
import { fitEntries } from "./fit-entries.ts";
import { fitName } from "./fit-name.ts";
import { fitTime } from "./fit-time.ts";
import type { Notes } from "./notes.ts";

/** @throws UnreadableError when the run cannot come at all. */
export function fitRun(run: SourceRun, notes: Notes): ImportedRun {
  const id = RunId.safeParse(run.id);
  if (!id.success) throw new UnreadableError("run ids here are 32 hexadecimal digits");
  const params = fitEntries(run.params, { what: "params", maxLength: LIMITS.paramValueLength, notes });
  const tags = fitEntries(run.tags, { what: "tags", maxLength: LIMITS.tagValueLength, notes });
  const details = runDetailsFromTags(tags) ?? {};
  const startedAtMs = fitTime(run.startedAtMs, run.endedAtMs ?? 0, "runs", notes);
  return {
    id: id.data,
    name: fitName(run.name, "runs", notes) ?? toRunName(details.name),
    status: statusOf(run, notes),
    startedAtMs,
    endedAtMs: run.endedAtMs === null ? null : fitTime(run.endedAtMs, startedAtMs, "runs", notes),
    isArchived: run.isDeleted,
    user: (run.user || (tags["mlflow.user"] ?? "")).slice(0, 250).toWellFormed(),
    notes: details.notes ?? "",
    source: details.source ?? {},
    parentTag: details.parentTag,
    params,
    tags,
    datasets: run.datasets.map((dataset) => fitDataset(dataset, notes)),
    modelInputs: run.modelInputs.flatMap((modelId) => modelIdOf(modelId, notes)),
    modelOutputs: run.modelOutputs.flatMap(({ id: modelId, step }) =>
      modelIdOf(modelId, notes).map((output) => ({ id: output, step })),
    ),
  };
}

function statusOf(run: SourceRun, notes: Notes): RunStatus {
  const status = RunStatus.safeParse(run.status.toLowerCase());
  if (status.success) return status.data;
  notes.changed("runs", "a status that MLflow does not document came as failed", run.status);
  return "failed";
}

function modelIdOf(text: string, notes: Notes): LoggedModelId[] {
  const id = LoggedModelId.safeParse(text);
  if (id.success) return [id.data];
  notes.missing("model links", "logged model ids here are m- and 32 hexadecimal digits", text);
  return [];
}
