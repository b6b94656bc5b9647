import { type ExperimentId, LIMITS, LoggedModelId, RunId } from "@assay/contract";
import type { ImportedLoggedModel } from "@assay/services";
import { UnreadableError } from "../files/file-reader.ts";
import type { SourceLoggedModel } from "../source/mlflow-source.ts";
import { fitEntries } from "./fit-entries.ts";
import { fitName } from "./fit-name.ts";
import { fitTime } from "./fit-time.ts";
import type { Notes } from "./notes.ts";

const STATUS = { PENDING: "pending", READY: "ready", FAILED: "failed" } as const;

/** @throws UnreadableError when the logged model cannot come at all. */
export function fitLoggedModel(
  model: SourceLoggedModel,
  experimentId: ExperimentId,
  notes: Notes,
): ImportedLoggedModel {
  const id = LoggedModelId.safeParse(model.id);
  if (!id.success) throw new UnreadableError("logged model ids here are m- and 32 hexadecimal digits");
  const runId = RunId.safeParse(model.sourceRunId);
  const createdAtMs = fitTime(model.createdAtMs, 0, "logged models", notes);
  const { PENDING } = STATUS;
  return {
    id: id.data,
    experimentId,
    name: fitName(model.name, "logged models", notes) ?? "model",
    modelType: model.modelType.slice(0, 250).toWellFormed(),
    status: Object.entries(STATUS).find(([name]) => name === model.status)?.[1] ?? PENDING,
    params: fitEntries(model.params, { what: "model params", maxLength: LIMITS.paramValueLength, notes }),
    tags: fitEntries(model.tags, { what: "model tags", maxLength: LIMITS.tagValueLength, notes }),
    createdAtMs,
    updatedAtMs: fitTime(model.updatedAtMs, createdAtMs, "logged models", notes),
    isArchived: model.isDeleted,
    sourceRunId: runId.success ? runId.data : null,
    metrics: model.metrics.flatMap(({ runId: text, ...metric }) => {
      const run = RunId.safeParse(text);
      if (run.success && Number.isSafeInteger(metric.step)) return [{ ...metric, runId: run.data }];
      notes.missing("model metrics", "they name no run", metric.key);
      return [];
    }),
  };
}
